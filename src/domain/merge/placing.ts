import { grouped } from '../grouped'
import type { TreeBlock } from '../pairing/tree'
import { allBlocks } from '../richText/walk'
import { MOST_STEPS_OF_FIELD } from '../words/hunks'
import { anchorOf, indexOf, isShared, parentOf, siblingsOf } from './forests'
import type { Graph, Node } from './graph'
import { groupsOf, splitOff } from './groups'
import { mergeParents, type Place, placeOf, RANK } from './mergePlaces'
import { check, type MergeState, textOf } from './mergeState'
import { otherThan, SIDES, type Side } from './sides'

/** Decides which blocks are part of the merged text, and under which parent. */
export function makingOf(graph: Graph, field: string): MergeState {
  const state: MergeState = {
    graph,
    field,
    childrenOf: new Map(),
    displaced: new Map(),
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
  // The first block of a group has a place, and so has a block that is elsewhere on one side.
  const isTaken = (node: Node): boolean =>
    taken.size > 0 && !state.groups.has(node) && Object.values(node).every((block) => taken.has(block))
  const placed = [...parents.keys()].filter((node) => !isTaken(node))
  return { ...state, childrenOf: grouped(placed, (node) => parents.get(node) ?? null) }
}

/** The blocks that are merged as part of another block's text. */
function takenBlocks({ groups, graph }: MergeState): Set<TreeBlock> {
  const taken = new Set([...groups.values()].flatMap((group) => Object.values(group).flat()))
  const isSplit = SIDES.some((side) => graph.pairings[side].split.size > 0)
  for (const node of isSplit ? graph.nodes : []) for (const block of splitOff(graph, node)) taken.add(block)
  return taken
}

/** The parent of each living block; notes blocks that the sides have at different places. */
function chosenParents(state: MergeState): Map<Node, Node | null> {
  const { graph, displaced } = state
  const living = livingNodes(graph)
  noteDeletedMoves(state, living)
  const there = [...graph.nodes].filter((node) => living.has(node))
  const { parents, displaced: both } = mergeParents(graph, there, isKindDisputed)
  for (const node of both) displaced.set(node, { home: 'ours', isAsked: true })
  for (const node of parents.keys()) {
    const home = keeperOf(node, parents)
    if (home && !displaced.has(node)) displaced.set(node, { home, isAsked: false })
  }
  return parents
}

/** Whether its kind is in dispute. Until it is decided, kind and parent are those of ours: another parent might not hold the kind. */
function isKindDisputed({ base, ours, theirs }: Node): boolean {
  return new Set([base?.kind, ours?.kind, theirs?.kind]).size === 3
}

/** The side that put a block of both into a block that the other side deleted; null if none did. */
function keeperOf(node: Node, parents: Map<Node, Node | null>): Side | null {
  if (!isShared(node)) return null
  for (let one = parents.get(node); one && !isShared(one); one = parents.get(one)) {
    if (one.base) return one.ours ? 'ours' : 'theirs'
  }
  return null
}

/** Notes blocks that one side deleted and the other one moved: they are deleted, and a person should know. */
function noteDeletedMoves(state: MergeState, living: Set<Node>): void {
  const { nodes, stable } = state.graph
  for (const node of nodes) {
    const side: Side = node.ours ? 'ours' : 'theirs'
    const block = node[side]
    if (!block || living.has(node) || stable[side].has(block)) continue
    check(state, { kind: 'deleted', block: block.id, text: textOf(block) })
  }
}

/** All blocks but those that one side deleted and the other one did not edit. */
function livingNodes(graph: Graph): Set<Node> {
  const living = new Set<Node>([...graph.nodes].filter((node) => !node.base || isShared(node)))
  for (const side of SIDES) {
    for (const node of graph.nodes) {
      const block = node[side]
      if (!block || !node.base || living.has(node) || !isEditedWithin(graph, block)) continue
      for (const one of allBlocks([block])) living.add(graph.nodeOf.get(one) ?? node)
    }
  }
  return living
}

/** Whether a side changed a block, or put something into it. Removing something from it is no edit. */
export function isEditedWithin(graph: Graph, block: TreeBlock): boolean {
  const base = graph.nodeOf.get(block)?.base
  if (!base || base.own !== block.own) return true
  return block.children.some((child) => {
    const node = graph.nodeOf.get(child)
    if (node?.base?.parent !== base) return true
    // What the other side has too is there with that side.
    return !isShared(node) && isEditedWithin(graph, child)
  })
}

/** A block of the merged text with its place among its siblings. */
export type Entry = Place & {
  node: Node
  /** The block is elsewhere, but this is its other place. */
  isOtherPlace?: true
}

/** The blocks under a parent with their places, and the blocks that the other side has there. */
export function entriesUnder(parent: Node | null, state: MergeState): Entry[] {
  const { graph, displaced, childrenOf } = state
  const isSplit = (block: TreeBlock, side: Side): boolean => isSplitHere(graph, block, side)
  const here = (childrenOf.get(parent) ?? []).map((node): Entry => {
    const place = placeOf(graph, { node, parent }, isSplit)
    if (place.isDisputed && !displaced.has(node)) displaced.set(node, { home: 'ours', isAsked: true })
    return { node, ...place }
  })
  const others = [...displaced].flatMap(([node, { home }]): Entry[] => {
    const side = otherThan(home)
    const block = node[side]
    if (!block || parentOf(graph, block) !== parent) return []
    const place = { at: anchorOf(graph, block), rank: RANK[side], within: indexOf(graph, block), isDisputed: false }
    return [{ node, ...place, isOtherPlace: true }]
  })
  return [...here, ...others]
}

/** Whether a side split it off the block at its place. Insertions of the other side come after both. */
function isSplitHere(graph: Graph, block: TreeBlock, side: Side): boolean {
  const { split } = graph.pairings[side]
  if (!split.has(block)) return false
  const before = siblingsOf(graph, block, side).slice(0, indexOf(graph, block))
  const head = before.findLast((one) => !split.has(one))
  return head !== undefined && graph.stable[side].has(head)
}
