import { grouped } from '../grouped'
import type { TreeBlock } from '../pairing/tree'
import { MOST_STEPS_OF_FIELD } from '../words/hunks'
import { anchorOf, indexOf, parentOf, type Side } from './forests'
import type { Graph, Node } from './graph'
import { groupOf, splitOff } from './groups'
import { mergeParents, type Place, placeOf, RANK } from './mergePlaces'
import { check, type MergeState, textOf } from './mergeState'

/** Decides for every block whether it is part of the merged text, and under whom. */
export function makingOf(graph: Graph, field: string): MergeState {
  const state: MergeState = {
    graph,
    field,
    childrenOf: new Map(),
    displaced: new Map(),
    made: new Map(),
    groups: groupsOf(graph),
    underway: new Set(),
    places: 0,
    replaced: new Set(),
    conflicts: [],
    checks: [],
    effort: { left: MOST_STEPS_OF_FIELD },
    limited: false,
  }
  const parents = chosenParents(state)
  const taken = takenBlocks(state)
  // A head is part of its own group and has a place; and so has what stands elsewhere on one side.
  const isTaken = (node: Node): boolean =>
    taken.size > 0 &&
    !state.groups.has(node) &&
    [node.base, node.ours, node.theirs].every((one) => one === undefined || taken.has(one))
  const placed = [...parents.keys()].filter((node) => !isTaken(node))
  return { ...state, childrenOf: grouped(placed, (node) => parents.get(node) ?? null) }
}

function groupsOf(graph: Graph): MergeState['groups'] {
  const groups: MergeState['groups'] = new Map()
  const { ours, theirs } = graph.pairings
  if (ours.split.size + ours.joined.size + theirs.split.size + theirs.joined.size === 0) return groups
  for (const node of graph.nodes) {
    const group = groupOf(graph, node)
    if (group) groups.set(node, group)
  }
  return groups
}

/** The blocks that are merged as part of another block's text. */
function takenBlocks({ groups, graph }: MergeState): Set<TreeBlock> {
  const taken = [...groups.values()].flatMap((group) => [...group.base, ...group.ours, ...group.theirs])
  const { ours, theirs } = graph.pairings
  if (ours.split.size + theirs.split.size === 0) return new Set(taken)
  return new Set([...taken, ...[...graph.nodes].flatMap((node) => splitOff(graph, node))])
}

/** Under whom each living block stands; notes those of which each side has another place. */
function chosenParents(state: MergeState): Map<Node, Node | null> {
  const { graph, displaced } = state
  const living = livingNodes(graph)
  noteDeletedMoves(graph, living, state)
  const { parents, displaced: both } = mergeParents({
    forests: graph,
    isThere: (node) => living.has(node),
    standsWithOurs: isKindDisputed,
  })
  for (const node of both) displaced.set(node, { home: 'ours', isAsked: true })
  for (const node of parents.keys()) {
    const home = keeperOf(node, parents)
    if (home && !displaced.has(node)) displaced.set(node, { home, isAsked: false })
  }
  return parents
}

/** Its kind is to be decided and is that of ours until then: so is its parent, which might not hold another kind. */
function isKindDisputed({ base, ours, theirs }: Node): boolean {
  return new Set([base?.kind, ours?.kind, theirs?.kind]).size === 3
}

/** The side that put a block, which both have, into one that the other side deleted; null where none did. */
function keeperOf(node: Node, parents: Map<Node, Node | null>): Side | null {
  if (!node.ours || !node.theirs) return null
  for (let one = parents.get(node); one && !(one.ours && one.theirs); one = parents.get(one)) {
    if (one.base) return one.ours ? 'ours' : 'theirs'
  }
  return null
}

/** What one side deleted is gone, also where the other one moved it: but that one meant it to stay, and is to be told. */
function noteDeletedMoves(graph: Graph, living: Set<Node>, state: MergeState): void {
  for (const node of graph.nodes) {
    const side: Side = node.ours ? 'ours' : 'theirs'
    const block = node[side]
    if (!block || living.has(node) || graph.stable[side].has(block)) continue
    check(state, { kind: 'deleted', block: block.id, text: textOf(block) })
  }
}

/** All but what one side deleted and the other one left alone. */
function livingNodes(graph: Graph): Set<Node> {
  const living = new Set<Node>()
  for (const node of graph.nodes) {
    if (!node.base || (node.ours && node.theirs)) living.add(node)
  }
  const keepWhole = (block: TreeBlock): void => {
    const node = graph.nodeOf.get(block)
    if (!node) return
    living.add(node)
    for (const child of block.children) keepWhole(child)
  }
  for (const side of ['ours', 'theirs'] as const) {
    for (const node of graph.nodes) {
      const block = node[side]
      if (block && node.base && !living.has(node) && isEditedWithin(graph, block, side)) keepWhole(block)
    }
  }
  return living
}

/** Whether a side changed a block or put something into it. That it took something out is no edit. */
export function isEditedWithin(graph: Graph, block: TreeBlock, side: Side): boolean {
  const base = graph.nodeOf.get(block)?.base
  if (!base || base.own !== block.own) return true
  return block.children.some((child) => {
    const { base: was, ours, theirs } = graph.nodeOf.get(child) ?? {}
    if (was?.parent !== base) return true
    // What the other side has as well stands with that side.
    return !(ours && theirs) && isEditedWithin(graph, child, side)
  })
}

/** A block of the merged text with its place among its siblings. */
export type Entry = Place & {
  node: Node
  /** The place of a block that stands elsewhere, but could stand here. */
  isOtherPlace?: true
}

/** The blocks under a parent with their places, and those that could stand there: where the other side has what stands elsewhere. */
export function entriesUnder(parent: Node | null, state: MergeState): Entry[] {
  const { graph, displaced, childrenOf } = state
  const isSplit = (block: TreeBlock, side: Side): boolean => isSplitHere({ block, side, graph })
  const here = (childrenOf.get(parent) ?? []).map((node): Entry => {
    const { isDisputed, ...place } = placeOf({ forests: graph, node, parent, isSplit })
    if (isDisputed && !displaced.has(node)) displaced.set(node, { home: 'ours', isAsked: true })
    return { node, ...place }
  })
  const others = [...displaced].flatMap(([node, { home }]): Entry[] => {
    const side = home === 'ours' ? 'theirs' : 'ours'
    const block = node[side]
    if (!block || parentOf(graph, block) !== parent) return []
    return [{ node, at: anchorOf(graph, block), rank: RANK[side], within: indexOf(graph, block), isOtherPlace: true }]
  })
  return [...here, ...others]
}

/** Whether a side split it off the block at its place, with nothing between: the other side put what it did behind both. */
function isSplitHere({ block, side, graph }: { block: TreeBlock; side: Side; graph: Graph }): boolean {
  const { split } = graph.pairings[side]
  if (!split.has(block)) return false
  const siblings = block.parent ? block.parent.children : graph.top[side]
  const head = siblings.slice(0, indexOf(graph, block)).findLast((one) => !split.has(one))
  return head !== undefined && graph.stable[side].has(head)
}
