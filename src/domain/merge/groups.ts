import { followersOf } from '../pairing/pairing'
import type { TreeBlock } from '../pairing/tree'
import type { Side } from './forests'
import type { Graph, Node } from './graph'

/** The blocks of each text that are one text together: a paragraph that one side split, or two that it joined. */
export type Group = Record<Side | 'base', TreeBlock[]>

/**
 * The blocks that are merged as one text with a node, since a side split or joined them and the other one edited them; null
 * where the blocks of the node are to be merged alone.
 */
export function groupOf(graph: Graph, node: Node): Group | null {
  const { base, ours, theirs } = node
  if (!base || !ours || !theirs) return null
  const group: Group = {
    base: [base],
    ours: [ours, ...followersOf({ block: ours, top: graph.top.ours, marked: graph.pairings.ours.split })],
    theirs: [theirs, ...followersOf({ block: theirs, top: graph.top.theirs, marked: graph.pairings.theirs.split })],
  }
  const joined = new Set([
    ...followersOf({ block: base, top: graph.top.base, marked: graph.pairings.ours.joined }),
    ...followersOf({ block: base, top: graph.top.base, marked: graph.pairings.theirs.joined }),
  ])
  for (const block of joined) {
    group.base.push(block)
    for (const side of ['ours', 'theirs'] as const) {
      const its = graph.nodeOf.get(block)?.[side]
      if (!its) continue
      // Only if it still stands behind the other one is it the same text there.
      if (!isNext(its, group[side].at(-1), graph.top[side])) return null
      group[side].push(its, ...followersOf({ block: its, top: graph.top[side], marked: graph.pairings[side].split }))
    }
  }
  const all = [...group.base, ...group.ours, ...group.theirs]
  // What holds other blocks cannot be cut and joined like a text.
  if (all.length === 3 || all.some((block) => block.children.length > 0)) return null
  const isEdited = (side: Side): boolean =>
    group[side].length !== group.base.length ||
    !group[side].every((block) => graph.stable[side].has(block)) ||
    group[side].some((block, at) => block.own !== group.base[at]?.own)
  return isEdited('ours') && isEdited('theirs') ? group : null
}

/** What a side split off a block that the other side deleted: it goes with that block. */
export function splitOff(graph: Graph, node: Node): TreeBlock[] {
  if (!node.base || (node.ours && node.theirs)) return []
  const side = node.ours ? 'ours' : 'theirs'
  const block = node[side]
  return block ? followersOf({ block, top: graph.top[side], marked: graph.pairings[side].split }) : []
}

/** What a side joined to a block that the other side deleted, as that side still has it: it goes on if the block does not. */
export function joinedTo(graph: Graph, node: Node): TreeBlock[] {
  const { base } = node
  if (!base || (node.ours && node.theirs)) return []
  const [joiner, other] = node.ours ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const)
  return followersOf({ block: base, top: graph.top.base, marked: graph.pairings[joiner].joined }).flatMap((block) => {
    const its = graph.nodeOf.get(block)?.[other]
    // Where it was edited it is a block to decide on by itself.
    return its && its.whole === block.whole ? [its] : []
  })
}

function isNext(block: TreeBlock, before: TreeBlock | undefined, top: TreeBlock[]): boolean {
  if (!before || before.parent !== block.parent) return false
  const siblings = block.parent ? block.parent.children : top
  return siblings.indexOf(block) === siblings.indexOf(before) + 1
}
