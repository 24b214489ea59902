import { commonEnds } from '../alignment/commonEnds'
import { diceAtMost } from '../alignment/dice'
import { gapsBetween } from '../alignment/gapsBetween'
import { globalAlignment } from '../alignment/globalAlignment'
import { heaviestIncreasingSubsequence, keptInOrder } from '../alignment/increasingSubsequence'
import type { Sides } from '../alignment/sides'
import { isOfForm } from '../richText/blockKinds'
import { type Anchor, anchors } from './anchors'
import { candidatesByRareWords, MANY_PAIRS } from './candidates'
import { pairColumns } from './pairColumns'
import { ALIKE, type Level, type Lists, type Pair, pairUp, unpaired, WORDS_MOVED_EQUAL } from './pairing'
import { isCompatible, similarity } from './similarity'
import type { TreeBlock } from './tree'

export function pairSiblings({ before, after, pairing, least }: Level): void {
  const isFirst = pairing.afterOf.size === 0 || !before.some((block) => pairing.afterOf.has(block))
  if (isFirst) pairEnds({ before, after, pairing })
  const open = unpaired({ before, after, pairing })
  for (const anchor of open.before.length > 0 && open.after.length > 0 ? steadyAnchors({ ...open, pairing }) : []) {
    pairUp({ ...anchor, pairing })
  }
  for (const gap of gapsOf({ before, after, pairing })) pairInGap({ ...gap, pairing, least })
  for (const gap of gapsBehindPairs({ before, after, pairing })) pairInGap({ ...gap, pairing, least })
  for (const was of before) {
    const is = pairing.afterOf.get(was)
    const isDone = was.whole === is?.whole && was.children.every((child) => pairing.afterOf.has(child))
    if (is && !isDone) pairChildren({ was, is, pairing, least })
  }
}

/** The anchors that keep their order, and those that are certain enough to have moved. */
function steadyAnchors(open: Lists): Anchor[] {
  const found = anchors(open).sort((one, other) => one.i - other.i)
  const kept = keptInOrder(
    found,
    ({ j }) => j,
    ({ is }) => is.size + 1,
  )
  const steady = new Set(kept.map(({ item }) => item))
  return found.filter((anchor) => steady.has(anchor) || anchor.byId || anchor.is.size >= WORDS_MOVED_EQUAL)
}

/** The stretches between pairs that keep their order, if both sides have unpaired blocks there. */
function gapsOf({ before, after, pairing }: Lists): Sides<TreeBlock[]>[] {
  const placeOf = new Map(after.map((block, index) => [block, index]))
  // A block without a partner is itself nowhere in the list after.
  const isOf = (was: TreeBlock): TreeBlock => pairing.afterOf.get(was) ?? was
  const kept = keptInOrder(
    before,
    (was) => placeOf.get(isOf(was)),
    (was) => isOf(was).size + 1,
  )
  return gapsBetween(kept, { at: before.length, place: after.length }).flatMap(({ from, to }) => {
    if (to.at === from.at || to.place === from.place) return []
    return openIn({ before: before.slice(from.at, to.at), after: after.slice(from.place, to.place), pairing })
  })
}

/** The unpaired blocks of a gap, if there are some on both sides. */
function openIn(gap: Lists): Sides<TreeBlock[]>[] {
  const open = unpaired(gap)
  return open.before.length > 0 && open.after.length > 0 ? [open] : []
}

/** The unpaired blocks after the blocks of each pair, also of a pair that moved. */
function gapsBehindPairs({ before, after, pairing }: Lists): Sides<TreeBlock[]>[] {
  const isOpen = (block: TreeBlock | undefined, partnerOf: Map<TreeBlock, TreeBlock>): block is TreeBlock =>
    block !== undefined && !partnerOf.has(block)
  const starts = before.flatMap((was, i) => {
    const is = isOpen(before[i + 1], pairing.afterOf) ? pairing.afterOf.get(was) : undefined
    return is ? [{ is, i: i + 1 }] : []
  })
  if (starts.length === 0) return []
  const placeOf = new Map(after.map((block, index) => [block, index]))
  return starts.flatMap(({ is, i }) => {
    const j = (placeOf.get(is) ?? after.length) + 1
    let [endI, endJ] = [i, j]
    while (isOpen(before[endI], pairing.afterOf)) endI++
    while (isOpen(after[endJ], pairing.beforeOf)) endJ++
    return openIn({ before: before.slice(i, endI), after: after.slice(j, endJ), pairing })
  })
}

/** Pairs equal blocks at the beginning and the end. */
function pairEnds({ before, after, pairing }: Lists): void {
  const wholesOf = (blocks: TreeBlock[]): number[] => blocks.map(({ whole }) => whole)
  const { head, tail } = commonEnds(wholesOf(before), wholesOf(after))
  const last = { before: before.length - tail, after: after.length - tail }
  pairEqual({ before: before.slice(0, head), after: after.slice(0, head), pairing })
  pairEqual({ before: before.slice(last.before), after: after.slice(last.after), pairing })
}

/** Pairs the blocks of two equal lists, and all blocks in them. */
export function pairEqual({ before, after, pairing }: Lists): void {
  before.forEach((was, index) => {
    const is = after[index]
    if (!is) return
    pairUp({ was, is, pairing })
    pairEqual({ before: was.children, after: is.children, pairing })
  })
}

function pairInGap({ before, after, pairing, least }: Level): void {
  pairAlike({ before, after, pairing, least })
  const left = unpaired({ before, after, pairing })
  const alone = left.before.length === 1 && left.after.length === 1 && least === ALIKE
  const [was, is] = [left.before[0], left.after[0]]
  // A single row between two pairs is the same row, even with nothing in common.
  if (alone && was?.kind === 'row' && is?.kind === 'row') pairUp({ was, is, pairing })
  else if ([...left.before, ...left.after].some(framesTexts)) {
    const unitsOf = (block: TreeBlock): TreeBlock[] => (framesTexts(block) ? unitsIn(block) : [block])
    const units = { before: left.before.flatMap(unitsOf), after: left.after.flatMap(unitsOf), pairing }
    pairAlike({ ...unpaired(units), pairing, least })
    for (const one of units.before) {
      const other = pairing.afterOf.get(one)
      if (other) pairChildren({ was: one, is: other, pairing, least })
    }
  }
}

function pairAlike(level: Level): void {
  if (level.before.length * level.after.length > MANY_PAIRS) pairCandidates(level)
  else pairNear(level)
}

function pairNear({ before, after, pairing, least }: Level): void {
  const score = (i: number, j: number): number => scoreOf(before[i], after[j], least)
  for (const [i, j] of globalAlignment({ before: before.length, after: after.length }, score)) {
    const [was, is] = [before[i], after[j]]
    if (was && is) pairUp({ was, is, pairing })
  }
}

/** The score of a pair: similarity times words; 0 if they are not similar enough. */
function scoreOf(was: TreeBlock | undefined, is: TreeBlock | undefined, least: number): number {
  if (!was || !is || !mayBeAlike(was, is, least)) return 0
  const alike = similarity(was, is)
  return alike < least ? 0 : alike * (was.size + is.size + 1)
}

/** For long lists: first the pairs that share rare words and keep their order, then all pairs between those. */
function pairCandidates({ before, after, pairing, least }: Level): void {
  const found = candidatesByRareWords({ before, after }).flatMap((places, at) =>
    // In falling order, so that no increasing subsequence has two partners of one block.
    places
      .toSorted((one, other) => other.place - one.place)
      .flatMap(({ place }) => {
        const weight = scoreOf(before[at], after[place], least)
        return weight > 0 ? [{ at, place, weight }] : []
      }),
  )
  const chosen = heaviestIncreasingSubsequence(found)
  // Short texts that are all alike have no rare words: then pairs near the diagonal are tried.
  if (chosen.length === 0) {
    pairNear({ before, after, pairing, least })
    return
  }
  for (const { from, to } of gapsBetween(chosen, { at: before.length, place: after.length })) {
    const [was, is] = [before[to.at], after[to.place]]
    if (was && is) pairUp({ was, is, pairing })
    const gap = { before: before.slice(from.at, to.at), after: after.slice(from.place, to.place), pairing, least }
    if (gap.before.length > 0 && gap.after.length > 0) pairAlike(gap)
  }
}

/** Excludes pairs by their sizes, without counting words. */
function mayBeAlike(was: TreeBlock, is: TreeBlock, least: number): boolean {
  if (was.children.length > 0 && is.children.length > 0) return true
  return was.kind === 'image' || was.size + is.size === 0 || diceAtMost(was.size, is.size) >= least * 0.8
}

/** Does it stand around texts that could stand without it: items, entries, the paragraphs of a box? */
function framesTexts({ kind }: TreeBlock): boolean {
  return isOfForm(kind, 'list', 'entries', 'box')
}

/** The texts in a block that could be there without it: those of an entry, otherwise its children. */
export function unitsIn({ children }: TreeBlock): TreeBlock[] {
  return children.flatMap((child) => (child.kind === 'entry' ? child.children : child))
}

type PairAt = Pair & Pick<Level, 'pairing' | 'least'>

export function pairChildren({ was, is, pairing, least }: PairAt): void {
  const level = { before: was.children, after: is.children, pairing, least }
  if (was.whole === is.whole) pairEqual(level)
  else if (is.kind === 'table') pairTable({ was, is, pairing, least })
  else if (is.kind === 'cell') pairCell(level)
  else if (is.kind === 'entry' || isOfForm(is.kind, 'record')) pairFields(level)
  else if (is.kind !== 'row') pairSiblings(level)
}

function pairFields({ before, after, pairing }: Lists): void {
  for (const is of after) {
    const was = before.find((field) => field.attrs.name === is.attrs.name)
    if (was && !pairing.afterOf.has(was) && !pairing.beforeOf.has(is)) pairUp({ was, is, pairing })
  }
}

/** The only text of a cell stays that text, even if no word stays. */
function pairCell(level: Level): void {
  const [was, is] = [level.before[0], level.after[0]]
  const alone = level.before.length === 1 && level.after.length === 1
  if (alone && was && is && isCompatible(was, is)) pairUp({ was, is, pairing: level.pairing })
  pairSiblings(level)
}

/** First the rows, then the columns by the rows that stayed, then the cells by row and column. */
function pairTable({ was, is, pairing, least }: PairAt): void {
  pairSiblings({ before: was.children, after: is.children, pairing, least })
  const rows = was.children.flatMap((row) => {
    const now = pairing.afterOf.get(row)
    return now?.parent === is ? [{ was: row, is: now }] : []
  })
  const { pairs: columns, removed, added } = pairColumns(rows)
  if (removed.length > 0 || added.length > 0) pairing.columns.set(is, { removed, added })
  for (const row of rows) pairCells({ ...row, columns, pairing, least })
}

export function pairCells({ was, is, columns, pairing, least }: PairAt & { columns: [number, number][] }): void {
  for (const [i, j] of columns) {
    const [cell, now] = [was.children[i], is.children[j]]
    if (!cell || !now) continue
    pairUp({ was: cell, is: now, pairing })
    pairChildren({ was: cell, is: now, pairing, least })
  }
}
