import type { TreeBlock } from '../pairing/tree'
import { plainTextOf } from '../richText/runs'
import type { Side } from './forests'
import type { Graph, Node } from './graph'
import type { Group } from './groups'
import type { Check, Conflict, MergedBlock, MergedNode } from './merged'

/** A merge under way: the blocks, where they shall stand, and what was found so far. */
export type MergeState = {
  graph: Graph
  field: string
  /** The blocks under each parent that are part of the merged text. */
  childrenOf: Map<Node | null, Node[]>
  /** Blocks of which each side has another place: they stand at one of the two. */
  displaced: Map<Node, Displaced>
  /** What became of each of those, so that it can be shown at both places. */
  made: Map<Node, { id: string; blocks: MergedNode[] }>
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
}

/** Notes a conflict and gives its id. */
export function conflict({ conflicts, field }: MergeState, given: Omit<Conflict, 'id' | 'field'>): string {
  const id = `${field === '' ? '' : `${field}/`}${conflicts.length + 1}`
  conflicts.push({ id, field, ...given })
  return id
}

/** Notes a place that merged and should be read. */
export function check({ checks, field }: MergeState, given: Omit<Check, 'field'>): void {
  checks.push({ field, ...given })
}

/** An id that no conflict has, for a place that nobody is asked about. */
export function placeId(state: MergeState): string {
  state.places++
  return `${state.field === '' ? '' : `${state.field}/`}at-${state.places}`
}

export function idOf({ base, ours, theirs }: Node): string {
  return ours?.id || theirs?.id || base?.id || ''
}

/** All text of a block and of what is in it, one line a block. */
export function textOf(block: TreeBlock): string {
  return [textOfOwn(block), ...block.children.map(textOf)].filter((one) => one !== '').join('\n')
}

/** The text of a block alone. */
export function textOfOwn({ attrs, runs }: TreeBlock): string {
  const own = [attrs.title, attrs.alt, plainTextOf(runs)]
  return own.filter((one) => one !== undefined && one !== '').join('\n')
}

/** The block without what is in it. */
export function shell({ id, kind, attrs, runs }: TreeBlock): MergedBlock {
  return { id, kind, attrs, runs, children: [] }
}

/** The block as it is. */
export function plain(block: TreeBlock): MergedBlock {
  return { ...shell(block), children: block.children.map(plain) }
}

/** The block as it was, without what lives elsewhere: nothing shall stand twice whatever is decided. */
export function plainWithout(block: TreeBlock, state: MergeState): MergedBlock {
  const children = block.children.filter((child) => {
    const node = state.graph.nodeOf.get(child)
    return !(node?.ours && node.theirs)
  })
  return { ...shell(block), children: children.map((child) => plainWithout(child, state)) }
}
