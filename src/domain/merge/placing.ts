import { MOST_STEPS_OF_FIELD } from '../diff/diffWords'
import type { TreeBlock } from '../diff/tree'
import { anchorOf, type Graph, indexOf, type Node, parentOf, type Side } from './graph'
import { groupOf, splitOff } from './groups'
import { check, type Making, textOf } from './making'

/** Decides for every block whether it is part of the merged text, and under whom. */
export function makingOf(graph: Graph, field: string): Making {
  const making: Making = {
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
  const parents = chosenParents(making)
  const taken = takenBlocks(making)
  // A head is part of its own group and has a place; and so has what stands elsewhere on one side.
  const isTaken = (node: Node): boolean =>
    taken.size > 0 &&
    !making.groups.has(node) &&
    [node.base, node.ours, node.theirs].every((one) => one === undefined || taken.has(one))
  for (const node of graph.nodes) {
    const parent = parents.get(node)
    if (parent === undefined || isTaken(node)) continue
    const known = making.childrenOf.get(parent)
    if (known) known.push(node)
    else making.childrenOf.set(parent, [node])
  }
  return making
}

function groupsOf(graph: Graph): Making['groups'] {
  const groups: Making['groups'] = new Map()
  const { ours, theirs } = graph.pairings
  if (ours.split.size + ours.joined.size + theirs.split.size + theirs.joined.size === 0) return groups
  for (const node of graph.nodes) {
    const group = groupOf(graph, node)
    if (group) groups.set(node, group)
  }
  return groups
}

/** The blocks that are merged as part of another block's text. */
function takenBlocks({ groups, graph }: Making): Set<TreeBlock> {
  const taken = [...groups.values()].flatMap((group) => [...group.base, ...group.ours, ...group.theirs])
  const { ours, theirs } = graph.pairings
  if (ours.split.size + theirs.split.size === 0) return new Set(taken)
  return new Set([...taken, ...[...graph.nodes].flatMap((node) => splitOff(graph, node))])
}

/** Under whom each living block stands: with the side that moved it; ours, where both did. */
function chosenParents(making: Making): Map<Node, Node | null> {
  const { graph, displaced } = making
  const parents = new Map<Node, Node | null>()
  const living = livingNodes(graph)
  noteDeletedMoves(graph, living, making)
  for (const node of graph.nodes) {
    if (!living.has(node)) continue
    const was = parentOf(graph, node.base)
    const ours = node.ours ? parentOf(graph, node.ours) : undefined
    const theirs = node.theirs ? parentOf(graph, node.theirs) : undefined
    if (ours === undefined || theirs === undefined) {
      parents.set(node, ours ?? theirs ?? null)
      continue
    }
    // A kind that is to be decided holds ours, and stands where ours has it.
    const isOurs = !node.base || ours !== was || isKindDisputed(node)
    if (node.base && ours !== was && theirs !== was && ours !== theirs)
      displaced.set(node, { home: 'ours', isAsked: true })
    parents.set(node, isOurs ? ours : theirs)
  }
  untangle(graph, parents)
  for (const node of parents.keys()) {
    const home = keeperOf(node, parents)
    if (home && !displaced.has(node)) displaced.set(node, { home, isAsked: false })
  }
  return parents
}

function isKindDisputed({ base, ours, theirs }: Node): boolean {
  return new Set([base?.kind, ours?.kind, theirs?.kind]).size === 3
}

/** Each side moved one block into the other: they stand where they stood, or at the top. */
function untangle(graph: Graph, parents: Map<Node, Node | null>): void {
  for (const node of parents.keys()) {
    for (const parentOfOne of [(one: Node) => parentOf(graph, one.base), () => null]) {
      for (const one of cycleFrom(node, parents)) parents.set(one, parentOfOne(one))
    }
  }
}

function cycleFrom(node: Node, parents: Map<Node, Node | null>): Node[] {
  const seen = new Set<Node>()
  let one: Node | null | undefined = node
  while (one && !seen.has(one)) {
    seen.add(one)
    one = parents.get(one)
  }
  const path = [...seen]
  return one ? path.slice(path.indexOf(one)) : []
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
function noteDeletedMoves(graph: Graph, living: Set<Node>, making: Making): void {
  for (const node of graph.nodes) {
    const side: Side = node.ours ? 'ours' : 'theirs'
    const block = node[side]
    if (!block || living.has(node) || graph.steady[side].has(block)) continue
    check(making, { kind: 'deleted', block: block.id, text: textOf(block) })
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

/** What comes first at one place of the base. */
export const RANK = { stays: 0, wraps: 1, split: 2, ours: 3, theirs: 4 }

/** A block of the merged text with its place among its siblings. */
export type Entry = {
  node: Node
  at: number
  rank: number
  within: number
  /** The place of a block that stands elsewhere, but could stand here. */
  isOtherPlace?: true
}

/** The places under a parent where the other side has what stands elsewhere. */
export function otherPlaces({ parent, making }: { parent: Node | null; making: Making }): Entry[] {
  const { graph, displaced } = making
  return [...displaced].flatMap(([node, { home }]): Entry[] => {
    const side = home === 'ours' ? 'theirs' : 'ours'
    const block = node[side]
    if (!block || parentOf(graph, block) !== parent) return []
    return [{ node, at: anchorOf(graph, block), rank: RANK[side], within: indexOf(graph, block), isOtherPlace: true }]
  })
}

/** At which place of the base, and there as it is in the base, or behind it as ours or theirs has it. */
export function placeOf({
  node,
  parent,
  making,
}: {
  node: Node
  parent: Node | null
  making: Making
}): Omit<Entry, 'node'> {
  const { graph, displaced } = making
  const { base, ours, theirs } = node
  if (!base && ours && theirs && graph.steady.ours.has(ours)) {
    return { at: anchorOf(graph, ours), rank: RANK.stays, within: 0 }
  }
  const isAtHome = base !== undefined && parentOf(graph, base) === parent
  // Where a side has it under another parent, that one was not chosen.
  const stays = (side: Side): boolean => {
    const block = node[side]
    return block === undefined || parentOf(graph, block) !== parent || (isAtHome && graph.steady[side].has(block))
  }
  if (isAtHome && stays('ours') && stays('theirs')) return { at: indexOf(graph, base), rank: RANK.stays, within: 0 }
  const isOurs = ours !== undefined && parentOf(graph, ours) === parent && !(base && theirs && stays('ours'))
  const block = isOurs || !theirs ? ours : theirs
  const side = isOurs || !theirs ? 'ours' : 'theirs'
  if (!block) return { at: -1, rank: RANK.stays, within: 0 }
  const at = anchorOf(graph, block)
  if (base && ours && theirs && !stays('ours') && !stays('theirs') && isAtHome) {
    const isApart = anchorOf(graph, ours) !== anchorOf(graph, theirs)
    if (isApart && !displaced.has(node)) displaced.set(node, { home: 'ours', isAsked: true })
  }
  const within = indexOf(graph, block)
  // Where a block stood is now what it was put into, then what was split off it, then what was put in behind it.
  if (graph.wraps.has(block)) return { at, rank: RANK.wraps, within }
  return { at, rank: isSplitHere({ block, side, graph }) ? RANK.split : RANK[side], within }
}

/** Whether a side split it off the block at its place, with nothing between: the other side put what it did behind both. */
function isSplitHere({ block, side, graph }: { block: TreeBlock; side: Side; graph: Graph }): boolean {
  const { split } = graph.pairings[side]
  if (!split.has(block)) return false
  const siblings = block.parent ? block.parent.children : graph.top[side]
  const head = siblings.slice(0, indexOf(graph, block)).findLast((one) => !split.has(one))
  return head !== undefined && graph.steady[side].has(head)
}
