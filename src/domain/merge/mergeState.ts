import type { TreeBlock } from '../pairing/tree'
import { plainTextOf } from '../richText/runs'
import { allBlocks } from '../richText/walk'
import { isShared } from './forests'
import type { Graph, Node } from './graph'
import type { Group } from './groups'
import type { Check, Conflict, MergedBlock, MergedNode } from './merged'
import type { Side } from './sides'

/** A merge under way: the blocks, where they shall stand, and what was found so far. */
export type MergeState = {
  graph: Graph
  field: string
  /** The blocks under each parent that are part of the merged text. */
  childrenOf: Map<Node | null, Node[]>
  /** Blocks of which each side has another place: they stand at one of the two. */
  displaced: Map<Node, Displaced>
  /** What is merged as one text with a block; the others of it have no place of their own. */
  groups: Map<Node, Group>
  /** Blocks that are being made: they do not stand within themselves, whatever a side put where. */
  underway: Set<Node>
  /** How many places nobody is asked about. */
  places: number
  /** What both deleted and replaced: it is shown once. */
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
   * Whether somebody is to say where: both moved it. Else it is what one side put into a block that the other one deleted,
   * and goes to that one's place if the block goes.
   */
  isAsked: boolean
  /** What became of it, which is shown at both places. */
  made?: { id: string; blocks: MergedNode[] }
}

/** Notes a conflict and gives its id. */
export function conflict(state: MergeState, given: Omit<Conflict, 'id' | 'field'>): string {
  const id = idIn(state, `${state.conflicts.length + 1}`)
  state.conflicts.push({ id, field: state.field, ...given })
  return id
}

/** Notes a place that merged and should be read. */
export function check({ checks, field }: MergeState, given: Omit<Check, 'field'>): void {
  checks.push({ field, ...given })
}

/** An id that no conflict has, for a place that nobody is asked about. */
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

/** All text of a block and of what is in it, one line a block; none where there is no block. */
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

/** The block as it was, without what lives elsewhere: nothing shall stand twice whatever is decided. */
export function withoutShared(block: TreeBlock, graph: Graph): MergedBlock {
  const own = block.children.filter((child) => !isShared(graph.nodeOf.get(child)))
  const children = own.map((child) => withoutShared(child, graph))
  return blockWith(block, children)
}
