import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { pairBlocks } from '../diff/pairBlocks'
import { type Pairing, pairUp, WORDS_ANCHOR } from '../diff/pairing'
import { unitsIn } from '../diff/pairSiblings'
import type { TreeBlock } from '../diff/tree'
import { grouped } from '../grouped'

/** One block with what it is in each of the three texts. A block that a side put in has no base. */
export type Node = {
  base?: TreeBlock
  ours?: TreeBlock
  theirs?: TreeBlock
}
export type Side = 'ours' | 'theirs'

/** The blocks of three texts, each with its counterparts. `null` stands for the text as a whole, as a parent. */
export type Graph = {
  nodes: Set<Node>
  nodeOf: Map<TreeBlock, Node>
  pairings: Record<Side, Pairing>
  /** Blocks that stand, among those of their parent, where they stood in the base, or where both put them in. */
  steady: Record<Side, Set<TreeBlock>>
  indexes: Map<TreeBlock, number>
  /** The place in the base that a block hangs on; behind what both put in there, a part of one more. */
  anchors: Map<TreeBlock, number>
  /** What a side put in round blocks that stood there: it hangs on the first of those. */
  wraps: Set<TreeBlock>
  top: Record<Side | 'base', TreeBlock[]>
}

/** Finds the counterparts of the blocks of the base on both sides; for those that both put in, see `unifyPutIn`. */
export function graphOf(top: Graph['top']): Graph {
  const pairings = {
    ours: pairBlocks({ before: top.base, after: top.ours }),
    theirs: pairBlocks({ before: top.base, after: top.theirs }),
  }
  pairSameEdits({ known: pairings.ours, open: pairings.theirs, after: top.theirs })
  pairSameEdits({ known: pairings.theirs, open: pairings.ours, after: top.ours })
  const graph: Graph = {
    nodes: new Set(),
    nodeOf: new Map(),
    pairings,
    steady: { ours: new Set(), theirs: new Set() },
    indexes: new Map(),
    anchors: new Map(),
    wraps: new Set(),
    top,
  }
  addAll(graph, top.base, 'base')
  addAll(graph, top.ours, 'ours')
  addAll(graph, top.theirs, 'theirs')
  for (const side of ['ours', 'theirs'] as const) {
    markSteady(graph, side, { before: top.base, after: top[side] })
    for (const node of graph.nodes) {
      const block = node[side]
      if (node.base && block) markSteady(graph, side, { before: node.base.children, after: block.children })
    }
    addAnchors(graph, top[side], side)
  }
  return graph
}

/**
 * A text that both sides made of the same one, which was recognised on one side only: where all round it was rewritten, or it
 * was too short, the other side seems to have deleted it and to have put in another one.
 */
function pairSameEdits({ known, open, after }: { known: Pairing; open: Pairing; after: TreeBlock[] }): void {
  const edited = [...known.afterOf].filter(([was, is]) => !open.afterOf.has(was) && was.own !== is.own)
  if (edited.length === 0) return
  const isFree = (block: TreeBlock): boolean =>
    block.size >= WORDS_ANCHOR && block.children.length === 0 && !open.beforeOf.has(block) && !open.split.has(block)
  const free = grouped(allOf(after).filter(isFree), (block) => `${block.whole}`)
  for (const [was, is] of edited) {
    const [same, another] = free.get(`${is.whole}`) ?? []
    if (!same || another || open.beforeOf.has(same) || open.joined.has(was)) continue
    // Of another cell or entry it is another text, which only reads the same.
    const isInSame = was.parent === null ? same.parent === null : open.afterOf.get(was.parent) === same.parent
    if (isInSame) pairUp({ was, is: same, pairing: open })
  }
}

function allOf(blocks: TreeBlock[]): TreeBlock[] {
  return blocks.flatMap((block) => [block, ...allOf(block.children)])
}

/** The node of the parent; null at the top, and for a block that is not there. */
export function parentOf(graph: Graph, block: TreeBlock | undefined): Node | null {
  return (block?.parent && graph.nodeOf.get(block.parent)) || null
}

/** The place in the base of the nearest block in front that kept its place, or that both put in; -1 where there is none. */
export function anchorOf(graph: Graph, block: TreeBlock): number {
  return graph.anchors.get(block) ?? -1
}

/** The place of a block among its siblings. */
export function indexOf(graph: Graph, block: TreeBlock): number {
  return graph.indexes.get(block) ?? -1
}

function addAnchors(graph: Graph, blocks: TreeBlock[], side: Side): void {
  const homes = blocks.map((block) => (graph.steady[side].has(block) ? graph.nodeOf.get(block)?.base : undefined))
  // The place in the base of the next block that kept its own.
  const nexts: number[] = []
  homes.reduceRight((next, home, at) => {
    nexts[at] = next
    return home ? indexOf(graph, home) : next
  }, Number.POSITIVE_INFINITY)
  let anchor = -1
  blocks.forEach((block, at) => {
    const home = homes[at]
    const wrapped = home ? [] : wrappedBy(graph, block, side).filter((one) => one > anchor && one < (nexts[at] ?? 0))
    if (wrapped.length > 0) graph.wraps.add(block)
    graph.anchors.set(block, wrapped.length > 0 ? Math.min(...wrapped) : anchor)
    anchor = home ? indexOf(graph, home) : Math.max(anchor, ...wrapped)
    addAnchors(graph, block.children, side)
  })
}

/** Where the blocks stood, among the same siblings, that a side put into one which it put in: a box, or a list made of them. */
function wrappedBy(graph: Graph, block: TreeBlock, side: Side): number[] {
  if (graph.pairings[side].beforeOf.has(block)) return []
  const parent = parentOf(graph, block)
  return unitsIn(block).flatMap((unit) => {
    const base = graph.nodeOf.get(unit)?.base
    return base && parentOf(graph, base) === parent ? [indexOf(graph, base)] : []
  })
}

function addAll(graph: Graph, blocks: TreeBlock[], side: Side | 'base'): void {
  blocks.forEach((block, index) => {
    graph.indexes.set(block, index)
    const base = side === 'base' ? undefined : graph.pairings[side].beforeOf.get(block)
    const known = base && graph.nodeOf.get(base)
    const node: Node = known ?? {}
    node[side] = block
    if (!known) graph.nodes.add(node)
    graph.nodeOf.set(block, node)
    addAll(graph, block.children, side)
  })
}

function markSteady(graph: Graph, side: Side, { before, after }: { before: TreeBlock[]; after: TreeBlock[] }): void {
  const placeOf = new Map(before.map((block, index) => [block, index]))
  const stayed = after.flatMap((block) => {
    const base = graph.pairings[side].beforeOf.get(block)
    const place = base && placeOf.get(base)
    // The size that it had, so that the same move on both sides is the same choice.
    return base === undefined || place === undefined ? [] : [{ block, place, weight: base.size + 1 }]
  })
  for (const { block } of heaviestIncreasingSubsequence(stayed)) graph.steady[side].add(block)
}
