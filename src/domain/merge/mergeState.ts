import type { TreeBlock } from '../pairing/tree'
import { plainTextOf } from '../richText/runs'
import { allBlocks } from '../richText/walk'
import { isShared } from './forests'
import type { Graph, Node } from './graph'
import type { Group } from './groups'
import type { Check, Conflict, MergedBlock, MergedNode } from './merged'
import type { Side } from './sides'

/** The state of a merge: the blocks, their places, and the results so far. */
export type MergeState = {
  graph: Graph
  field: string
  /** The blocks of the merged text by parent. */
  childrenOf: Map<Node | null, Node[]>
  /** Blocks that the sides have at different places: they are at one of the two. */
  displaced: Map<Node, Displaced>
  /** Texts that are merged together with a block, and have no place of their own. */
  groups: Map<Node, Group>
  /** Blocks in progress: a block cannot be inside itself, whatever a side moved. */
  underway: Set<Node>
  /** The number of places that nobody has to decide on. */
  places: number
  /** Blocks that both sides deleted and replaced: they are shown once. */
  replaced: Set<Node>
  conflicts: Conflict[]
  checks: Check[]
  effort: { left: number }
  limited: boolean
}

export type Displaced = {
  /** The side whose place counts until somebody decides. */
  home: Side
  /**
   * Whether a person decides on the place, because both sides moved the block. Otherwise one side put it into a block that the other
   * one deleted: it goes to the place of the other side if that block goes.
   */
  isAsked: boolean
  /** The merged block, which is shown at both places. */
  made?: { id: string; blocks: MergedNode[] }
}

/** Adds a conflict and returns its id. */
export function conflict(state: MergeState, given: Omit<Conflict, 'id' | 'field'>): string {
  const id = idIn(state, `${state.conflicts.length + 1}`)
  state.conflicts.push({ id, field: state.field, ...given })
  return id
}

/** Adds a place that merged cleanly and that a person should read. */
export function check({ checks, field }: MergeState, given: Omit<Check, 'field'>): void {
  checks.push({ field, ...given })
}

/** An id for a place that nobody decides on; no conflict has it. */
export function placeId(state: MergeState): string {
  state.places++
  return idIn(state, `at-${state.places}`)
}

function idIn({ field }: MergeState, id: string): string {
  return field === '' ? id : `${field}/${id}`
}

export function idOf({ base, ours, theirs }: Node): string {
  return ours?.id || theirs?.id || base?.id || ''
}

/** The texts that have words, one line each. */
export function linesOf(texts: string[]): string {
  return texts.filter((one) => one !== '').join('\n')
}

/** All text of a block, one line a block; '' without a block. */
export function textOf(block: TreeBlock | undefined): string {
  return block ? linesOf(allBlocks([block]).map(textOfOwn)) : ''
}

/** The text of a block alone. */
export function textOfOwn({ attrs, runs }: TreeBlock): string {
  return linesOf([`${attrs.title ?? ''}`, `${attrs.alt ?? ''}`, plainTextOf(runs)])
}

/** The block with other blocks in it. */
export function blockWith({ id, kind, attrs, runs }: TreeBlock, children: MergedNode[]): MergedBlock {
  return { id, kind, attrs, runs, children }
}

/** The block without children that both sides have: nothing is there twice, whatever is decided. */
export function withoutShared(block: TreeBlock, graph: Graph): MergedBlock {
  const own = block.children.filter((child) => !isShared(graph.nodeOf.get(child)))
  const children = own.map((child) => withoutShared(child, graph))
  return blockWith(block, children)
}
