import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { grouped } from '../grouped'
import { candidatesByRareWords, MANY_PAIRS } from '../pairing/candidates'
import { isCompatible, similarity } from '../pairing/similarity'
import { type TreeBlock, wordingOf } from '../pairing/tree'
import { isListOfParts } from '../richText/blockKinds'
import { anchorOf, indexOf, isShared } from './forests'
import type { Graph } from './graph'
import { textOf } from './mergeState'
import { type OnBoth, onBoth, SIDES, type Side } from './sides'

/** Two texts that were inserted at one place with this similarity are two versions of one text. */
export const ALIKE_INSERTED = 0.6
/** A shorter text can be there twice. */
const WORDS_INSERTED = 5

type Lists = OnBoth<TreeBlock[]>
type Pair = OnBoth<TreeBlock>

/**
 * Makes one node of equal or similar blocks that both sides inserted at one place, and then of those inside them. What only one side
 * inserted keeps its place before or after such a node.
 */
export function unifyInsertions(graph: Graph): void {
  unify(graph, graph.top)
  for (const node of [...graph.nodes]) {
    if (node.base && isShared(node)) unifyChildren(graph, node)
  }
}

function unifyChildren(graph: Graph, pair: Pair): void {
  const lists = onBoth((side) => pair[side].children)
  unify(graph, lists)
}

function unify(graph: Graph, lists: Lists): void {
  const inserted = onBoth((side) => lists[side].filter((block) => !isKnown(graph, block, side)))
  if (inserted.ours.length === 0 || inserted.theirs.length === 0) return
  const theirs = grouped(inserted.theirs, (block) => anchorOf(graph, block))
  const same = sameOf(inserted)
  for (const [anchor, ours] of grouped(inserted.ours, (block) => anchorOf(graph, block))) {
    const pairs = pairsOf(graph, { ours, theirs: theirs.get(anchor) ?? [] }, same)
    for (const pair of pairs) makeOne(graph, pair)
    hangOnPairs(graph, lists, anchor, pairs)
  }
}

/** The pairs if both inserted exactly the same blocks: then even short texts are equal for a reason. */
function sameOf({ ours, theirs }: Lists): Map<TreeBlock, TreeBlock> {
  const pairs = ours.flatMap((one, at) => {
    const other = theirs[at]
    return other && one.whole === other.whole ? [[one, other] as const] : []
  })
  return new Map(pairs.length === ours.length && pairs.length === theirs.length ? pairs : [])
}

/** The pairs of what both inserted at one place: named texts by name, then equal blocks, then similar ones. */
function pairsOf(graph: Graph, lists: Lists, same: Map<TreeBlock, TreeBlock>): Pair[] {
  const pairs: Pair[] = []
  const open = onBoth((side) => new Set(lists[side]))
  const take = (ours: TreeBlock, theirs: TreeBlock | undefined): void => {
    if (!theirs || !open.ours.has(ours) || !open.theirs.has(theirs)) return
    open.ours.delete(ours)
    open.theirs.delete(theirs)
    pairs.push({ ours, theirs })
  }
  for (const one of lists.ours) take(one, same.get(one))
  for (const { ours, theirs } of commonHeads(lists)) take(ours, theirs)
  const byKey = grouped(lists.theirs, keyOf)
  for (const one of lists.ours) {
    // In two versions of one list or table, an equal item, row or entry is the same one, however short.
    const isOfBoth = one.parent !== null && isListOfParts(one.parent.kind) && !isKnown(graph, one.parent, 'ours')
    const isTelling = one.kind === 'field' || one.size >= WORDS_INSERTED || one.size === 0 || isOfBoth
    if (isTelling) take(one, byKey.get(keyOf(one))?.shift())
  }
  for (const { ours, theirs } of alikePairs(onBoth((side) => [...open[side]]))) take(ours, theirs)
  return pairs
}

/** The equal headings at the beginning, however short, and the list under the last of them: both inserted the same part. */
function commonHeads({ ours, theirs }: Lists): Pair[] {
  const heads: Pair[] = []
  for (const [at, one] of ours.entries()) {
    const other = theirs[at]
    const isList = one.kind === 'list' && heads.length > 0 && one.own === other?.own
    if (other && (isList || (one.kind === 'heading' && one.whole === other.whole))) {
      heads.push({ ours: one, theirs: other })
    }
    if (isList || heads.length === at) break
  }
  return heads
}

function keyOf({ kind, attrs, whole }: TreeBlock): string {
  return kind === 'field' ? `field ${attrs.name}` : `${whole}`
}

/** The most similar pairs first. */
function alikePairs({ ours, theirs }: Lists): Pair[] {
  const candidates =
    ours.length * theirs.length <= MANY_PAIRS
      ? ours.map(() => theirs)
      : candidatesByRareWords({ before: ours, after: theirs }).map((some) =>
          some.flatMap(({ place }) => theirs[place] ?? []),
        )
  const pairs = ours.flatMap((one, at) => (candidates[at] ?? []).map((other) => ({ ours: one, theirs: other })))
  const found = pairs.map((pair) => ({ ...pair, alike: alikeness(pair.ours, pair.theirs) }))
  const alike = found.filter((pair) => pair.alike >= ALIKE_INSERTED)
  return alike.sort((a, b) => b.alike - a.alike || compare(saidBy(a), saidBy(b)))
}

/** A text for two blocks that decides between equal pairs, whichever side is called ours. */
function saidBy({ ours, theirs }: Pair): string {
  return [ours, theirs]
    .map((block) => `${block.kind} ${JSON.stringify(block.attrs)} ${textOf(block)}`)
    .sort()
    .join('\n')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** The similarity of two insertions. */
function alikeness(one: TreeBlock, other: TreeBlock): number {
  if (one.kind === 'field' || columnsOf(one) !== columnsOf(other)) return 0
  const [first, its] = [one.children[0], other.children[0]]
  const isEntry = one.kind === other.kind && (one.kind === 'row' || one.kind === 'entry')
  // A row is recognised by its first cell, an entry by its first text.
  if (isEntry && first && its && first.size > 0 && wordingOf(first) === wordingOf(its)) return 1
  return Math.min(one.size, other.size) >= WORDS_INSERTED ? similarity(one, other) : 0
}

/** The number of cells of a row, or of the first row of a table: rows of different length cannot be one. */
function columnsOf({ kind, children }: TreeBlock): number {
  if (kind === 'row') return children.length
  return kind === 'table' ? (children[0]?.children.length ?? 0) : -1
}

function makeOne(graph: Graph, pair: Pair): void {
  const { ours, theirs } = pair
  const [node, its] = [graph.nodeOf.get(ours), graph.nodeOf.get(theirs)]
  if (!node || !its) return
  graph.nodes.delete(its)
  node.theirs = theirs
  graph.nodeOf.set(theirs, node)
  const inside = ours.children.flatMap((one, at) => {
    const other = theirs.children[at]
    const isNew = other && !isKnown(graph, one, 'ours') && !isKnown(graph, other, 'theirs')
    return isNew ? [{ ours: one, theirs: other }] : []
  })
  const [text] = inside
  const isAlone = ours.kind === 'cell' && ours.children.length === 1 && theirs.children.length === 1
  if (ours.kind === 'row' && theirs.kind === 'row') for (const cells of inside) makeOne(graph, cells)
  else if (isAlone && text && isCompatible(text.ours, text.theirs)) makeOne(graph, text)
  else unifyChildren(graph, pair)
}

/** Anchors what follows a block that both inserted at that block, so that it keeps its place between such blocks. */
function hangOnPairs(graph: Graph, lists: Lists, anchor: number, pairs: Pair[]): void {
  const inOrder = pairs.toSorted((one, other) => indexOf(graph, one.ours) - indexOf(graph, other.ours))
  const weightOf = ({ ours, theirs }: Pair): number => ours.size + theirs.size + 1
  const entries = inOrder.map((pair) => ({ ...pair, place: indexOf(graph, pair.theirs), weight: weightOf(pair) }))
  const isCrossed = entries.some(({ place }, at) => place < (entries[at - 1]?.place ?? 0))
  const chain = heaviestIncreasingSubsequence(isCrossed ? weighed(entries) : entries)
  if (chain.length === 0) return
  for (const side of SIDES) {
    const placeOf = new Map(chain.map((pair, at) => [pair[side], anchor + (at + 1) / (chain.length + 1)]))
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

/** Makes all weights different, so that the choice does not depend on which side is called ours. */
function weighed<Entry extends Pair & { weight: number }>(entries: Entry[]): Entry[] {
  const said = entries.map(saidBy)
  const rankOf = new Map(said.toSorted().map((one, rank) => [one, rank]))
  return entries.map((entry, at) => {
    const rank = rankOf.get(said[at] ?? '') ?? 0
    return { ...entry, weight: entry.weight + (rank + 1) / (entries.length + 1) ** 2 }
  })
}

function isKnown(graph: Graph, block: TreeBlock, side: Side): boolean {
  return graph.pairings[side].beforeOf.has(block)
}
