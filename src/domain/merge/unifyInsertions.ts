import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { grouped } from '../grouped'
import { candidatesByRareWords, MANY_PAIRS } from '../pairing/candidates'
import { isCompatible, similarity } from '../pairing/similarity'
import { type TreeBlock, wordingOf } from '../pairing/tree'
import { anchorOf, indexOf, type Side } from './forests'
import type { Graph } from './graph'
import { textOf } from './mergeState'

/** From here on two texts that were put in at one place are two versions of one text. */
export const ALIKE_INSERTED = 0.6
/** Shorter texts than this may well stand there twice. */
const WORDS_INSERTED = 5

type Lists = Record<Side, TreeBlock[]>
type Pair = { ours: TreeBlock; theirs: TreeBlock }

/**
 * Makes one node of what both sides put in at one place where it is the same or nearly so, then of the same within that.
 * What one side alone put in stands before or behind it, as that side has it.
 */
export function unifyInsertions(graph: Graph): void {
  unify(graph, { ours: graph.top.ours, theirs: graph.top.theirs })
  for (const { base, ours, theirs } of [...graph.nodes]) {
    if (base && ours && theirs) unify(graph, { ours: ours.children, theirs: theirs.children })
  }
}

function unify(graph: Graph, lists: Lists): void {
  const put = { ours: putIn(graph, lists.ours, 'ours'), theirs: putIn(graph, lists.theirs, 'theirs') }
  if (put.ours.length === 0 || put.theirs.length === 0) return
  const theirs = grouped(put.theirs, (block) => anchorOf(graph, block))
  const same = sameOf(put)
  for (const [anchor, ours] of grouped(put.ours, (block) => anchorOf(graph, block))) {
    const here = { ours, theirs: theirs.get(anchor) ?? [] }
    const pairs = pairsOf(graph, here, same)
    for (const pair of pairs) makeOne(graph, pair)
    hangOnPairs(graph, { lists, anchor, pairs })
  }
}

/** Who is whom where both put in the same, all in all: then short texts are no chance. */
function sameOf({ ours, theirs }: Lists): Map<TreeBlock, TreeBlock> {
  const pairs = ours.flatMap((one, at) => {
    const other = theirs[at]
    return other && one.whole === other.whole ? [[one, other] as const] : []
  })
  return new Map(pairs.length === ours.length && pairs.length === theirs.length ? pairs : [])
}

/** What is one block of what both put in at one place: named texts by name, then what is equal, then what is alike. */
function pairsOf(graph: Graph, { ours, theirs }: Lists, same: Map<TreeBlock, TreeBlock>): Pair[] {
  const pairs: Pair[] = []
  const open: Record<Side, Set<TreeBlock>> = { ours: new Set(ours), theirs: new Set(theirs) }
  const take = (one: TreeBlock, other: TreeBlock | undefined): void => {
    if (!other || !open.ours.has(one) || !open.theirs.has(other)) return
    open.ours.delete(one)
    open.theirs.delete(other)
    pairs.push({ ours: one, theirs: other })
  }
  for (const one of ours) take(one, same.get(one))
  for (const [one, other] of commonHeads({ ours, theirs })) take(one, other)
  const byKey = grouped(theirs, keyOf)
  for (const one of ours) {
    // Two versions of one list: an equal item is the same one, however short.
    const isOfBoth = one.kind === 'item' && one.parent !== null && !isKnown(graph, one.parent, 'ours')
    const isTelling = one.kind === 'field' || one.size >= WORDS_INSERTED || one.size === 0 || isOfBoth
    if (isTelling) take(one, byKey.get(keyOf(one))?.shift())
  }
  for (const [one, other] of alikePairs({ ours: [...open.ours], theirs: [...open.theirs] })) take(one, other)
  return pairs
}

/** The headings that both begin with, however short, and the list under the last of them: both put in the same part. */
function commonHeads({ ours, theirs }: Lists): [TreeBlock, TreeBlock][] {
  const heads: [TreeBlock, TreeBlock][] = []
  for (const [at, one] of ours.entries()) {
    const other = theirs[at]
    const isList = one.kind === 'list' && heads.length > 0 && one.own === other?.own
    if (other && (isList || (one.kind === 'heading' && one.whole === other.whole))) heads.push([one, other])
    if (isList || heads.length === at) break
  }
  return heads
}

function keyOf({ kind, attrs, whole }: TreeBlock): string {
  return kind === 'field' ? `field ${attrs.name}` : `${whole}`
}

/** The likest first. */
function alikePairs({ ours, theirs }: Lists): [TreeBlock, TreeBlock][] {
  const found: { one: TreeBlock; other: TreeBlock; alike: number }[] = []
  const offer = (one: TreeBlock, other: TreeBlock | undefined): void => {
    const alike = other ? alikeness(one, other) : 0
    if (other && alike >= ALIKE_INSERTED) found.push({ one, other, alike })
  }
  if (ours.length * theirs.length <= MANY_PAIRS) {
    for (const one of ours) for (const other of theirs) offer(one, other)
  } else {
    candidatesByRareWords({ before: ours, after: theirs }).forEach((places, at) => {
      const one = ours[at]
      if (one) for (const { place } of places) offer(one, theirs[place])
    })
  }
  const byLikeness = (a: (typeof found)[number], b: (typeof found)[number]): number =>
    b.alike - a.alike || compare(saidBy(a.one, a.other), saidBy(b.one, b.other))
  return found.sort(byLikeness).map(({ one, other }) => [one, other])
}

/** What two blocks say, whichever side is called ours: where all else is equal, this decides. */
function saidBy(one: TreeBlock, other: TreeBlock): string {
  return [one, other]
    .map((block) => `${block.kind} ${JSON.stringify(block.attrs)} ${textOf(block)}`)
    .sort()
    .join('\n')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** How sure it is that two blocks are two versions of one. */
function alikeness(one: TreeBlock, other: TreeBlock): number {
  if (one.kind === 'field' || columnsOf(one) !== columnsOf(other)) return 0
  const [first, its] = [one.children[0], other.children[0]]
  const isEntry = one.kind === other.kind && (one.kind === 'row' || one.kind === 'entry')
  // A row is known by its first cell, and an entry by its first text.
  if (isEntry && first && its && first.size > 0 && wordingOf(first) === wordingOf(its)) return 1
  return Math.min(one.size, other.size) >= WORDS_INSERTED ? similarity(one, other) : 0
}

/** The cells of a row, or of the first row of a table: with more on one side than on the other it would have holes. */
function columnsOf({ kind, children }: TreeBlock): number {
  if (kind === 'row') return children.length
  return kind === 'table' ? (children[0]?.children.length ?? 0) : -1
}

function makeOne(graph: Graph, { ours, theirs }: Pair): void {
  const [node, its] = [graph.nodeOf.get(ours), graph.nodeOf.get(theirs)]
  if (!node || !its) return
  graph.nodes.delete(its)
  node.theirs = theirs
  graph.nodeOf.set(theirs, node)
  if (ours.kind === 'row' && theirs.kind === 'row') {
    ours.children.forEach((cell, at) => {
      const other = theirs.children[at]
      if (other && !isKnown(graph, cell, 'ours') && !isKnown(graph, other, 'theirs')) {
        makeOne(graph, { ours: cell, theirs: other })
      }
    })
    return
  }
  const [text, other] = [ours.children[0], theirs.children[0]]
  const isAlone = ours.kind === 'cell' && ours.children.length === 1 && theirs.children.length === 1
  const isNew = text && other && !isKnown(graph, text, 'ours') && !isKnown(graph, other, 'theirs')
  if (isAlone && isNew && isCompatible(text, other)) makeOne(graph, { ours: text, theirs: other })
  else unify(graph, { ours: ours.children, theirs: theirs.children })
}

type Hanging = { lists: Lists; anchor: number; pairs: Pair[] }

/** What stands behind a block that both put in hangs on that one: it keeps its place between such blocks. */
function hangOnPairs(graph: Graph, { lists, anchor, pairs }: Hanging): void {
  const inOrder = pairs.toSorted((one, other) => indexOf(graph, one.ours) - indexOf(graph, other.ours))
  const entries = inOrder.map(({ ours, theirs }) => ({
    ours,
    theirs,
    place: indexOf(graph, theirs),
    weight: ours.size + theirs.size + 1,
  }))
  const isCrossed = entries.some(({ place }, at) => place < (entries[at - 1]?.place ?? 0))
  const chain = heaviestIncreasingSubsequence(isCrossed ? weighed(entries) : entries)
  if (chain.length === 0) return
  const placeOf = new Map(
    chain.flatMap(({ ours, theirs }, at) => {
      const place = anchor + (at + 1) / (chain.length + 1)
      return [[ours, place] as const, [theirs, place] as const]
    }),
  )
  for (const side of ['ours', 'theirs'] as const) {
    let place = anchor
    for (const block of lists[side]) {
      if (anchorOf(graph, block) !== anchor) continue
      const own = placeOf.get(block)
      if (own !== undefined) graph.stable[side].add(block)
      place = own ?? place
      graph.anchors.set(block, place)
    }
  }
}

/** No two weights are equal then, so that it is the same choice whichever side is called ours. */
function weighed<Entry extends Pair & { weight: number }>(entries: Entry[]): Entry[] {
  const said = entries.map(({ ours, theirs }) => saidBy(ours, theirs))
  const rankOf = new Map(said.toSorted(compare).map((one, rank) => [one, rank]))
  return entries.map((entry, at) => {
    const rank = rankOf.get(said[at] ?? '') ?? 0
    return { ...entry, weight: entry.weight + (rank + 1) / (entries.length + 1) ** 2 }
  })
}

function putIn(graph: Graph, blocks: TreeBlock[], side: Side): TreeBlock[] {
  return blocks.filter((block) => !isKnown(graph, block, side))
}

function isKnown(graph: Graph, block: TreeBlock, side: Side): boolean {
  return graph.pairings[side].beforeOf.has(block)
}
