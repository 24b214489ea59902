import { followersOf } from '../pairing/pairing'
import type { TreeBlock } from '../pairing/tree'
import { indexOf, isShared } from './forests'
import type { Graph, Node } from './graph'
import { type OnAll, onBoth, otherThan, SIDES, type Side } from './sides'

/** Blocks that are one text together: a paragraph that one side split, or two that it joined. */
export type Group = OnAll<TreeBlock[]>

/** The groups by their first node: one side split or joined blocks, and the other one edited them. */
export function groupsOf(graph: Graph): Map<Node, Group> {
  const groups = new Map<Node, Group>()
  const isCut = SIDES.some((side) => graph.pairings[side].split.size + graph.pairings[side].joined.size > 0)
  for (const node of isCut ? graph.nodes : []) {
    const group = groupOf(graph, node)
    if (group) groups.set(node, group)
  }
  return groups
}

/** The blocks that one side split off a block that the other side deleted: they belong to the block. */
export function splitOff(graph: Graph, node: Node): TreeBlock[] {
  if (!node.base || isShared(node)) return []
  return SIDES.flatMap((side) => splitFrom(graph, node[side], side))
}

/** The blocks that one side joined to a block that the other side deleted, as the other side has them: they stay if the block goes. */
export function joinedTo(graph: Graph, node: Node): TreeBlock[] {
  if (!node.base || isShared(node)) return []
  const side: Side = node.ours ? 'ours' : 'theirs'
  return joinedBehind(graph, node.base, side).flatMap((block) => {
    const its = graph.nodeOf.get(block)?.[otherThan(side)]
    // An edited block is decided on alone.
    return its && its.whole === block.whole ? [its] : []
  })
}

/** The blocks that are merged as one text with a node; null if the node is merged alone. */
function groupOf(graph: Graph, node: Node): Group | null {
  const { base } = node
  if (!base || !isShared(node)) return null
  const group: Group = {
    base: [base],
    ...onBoth((side) => [node[side], ...splitFrom(graph, node[side], side)]),
  }
  for (const block of new Set(SIDES.flatMap((side) => joinedBehind(graph, base, side)))) {
    group.base.push(block)
    for (const side of SIDES) {
      const its = graph.nodeOf.get(block)?.[side]
      if (!its) continue
      const last = group[side].at(-1)
      // It is the same text only if it still follows the other one.
      if (last?.parent !== its.parent || indexOf(graph, its) !== indexOf(graph, last) + 1) return null
      group[side].push(its, ...splitFrom(graph, its, side))
    }
  }
  const all = Object.values(group).flat()
  // A block that holds blocks cannot be cut and joined like a text.
  if (all.length === 3 || all.some((block) => block.children.length > 0)) return null
  const isEdited = (side: Side): boolean =>
    group[side].length !== group.base.length ||
    !group[side].every((block) => graph.stable[side].has(block)) ||
    group[side].some((block, at) => block.own !== group.base[at]?.own)
  return SIDES.every(isEdited) ? group : null
}

function splitFrom(graph: Graph, block: TreeBlock | undefined, side: Side): TreeBlock[] {
  if (!block) return []
  const { split } = graph.pairings[side]
  return followersOf({ block, top: graph.top[side], marked: split, index: indexOf(graph, block) })
}

function joinedBehind(graph: Graph, base: TreeBlock, side: Side): TreeBlock[] {
  const { joined } = graph.pairings[side]
  return followersOf({ block: base, top: graph.top.base, marked: joined, index: indexOf(graph, base) })
}
