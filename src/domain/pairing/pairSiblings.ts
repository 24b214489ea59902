import { commonEnds } from '../alignment/commonEnds'
import { diceAtMost } from '../alignment/dice'
import { globalAlignment } from '../alignment/globalAlignment'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { framesTexts, isOfForm } from '../richText/blockKinds'
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

/** Of the anchors, those that keep their order or are long enough to have moved. */
function steadyAnchors(open: Lists): Anchor[] {
  const found = anchors(open).sort((one, other) => one.i - other.i)
  const weighed = found.map((anchor) => ({ anchor, place: anchor.j, weight: anchor.is.size + 1 }))
  const kept = new Set(heaviestIncreasingSubsequence(weighed).map(({ anchor }) => anchor))
  return found.filter((anchor) => kept.has(anchor) || anchor.byId || anchor.is.size >= WORDS_MOVED_EQUAL)
}

/** The stretches between the pairs that keep their order, where both sides have something left. */
function gapsOf({ before, after, pairing }: Lists): Pick<Lists, 'before' | 'after'>[] {
  const placeOf = new Map(after.map((block, index) => [block, index]))
  const paired = before.flatMap((was, i) => {
    const is = pairing.afterOf.get(was)
    const place = is && placeOf.get(is)
    return is === undefined || place === undefined ? [] : [{ i, place, weight: is.size + 1 }]
  })
  const gaps: Pick<Lists, 'before' | 'after'>[] = []
  let from = { i: 0, j: 0 }
  for (const next of [...heaviestIncreasingSubsequence(paired), { i: before.length, place: after.length }]) {
    if (next.i > from.i && next.place > from.j) {
      const gap = { before: before.slice(from.i, next.i), after: after.slice(from.j, next.place), pairing }
      const left = unpaired(gap)
      if (left.before.length > 0 && left.after.length > 0) gaps.push(left)
    }
    from = { i: next.i + 1, j: next.place + 1 }
  }
  return gaps
}

/** What stands behind a block on either side, up to the next that has a partner: also where the block itself was moved. */
function gapsBehindPairs({ before, after, pairing }: Lists): Pick<Lists, 'before' | 'after'>[] {
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
    const gap = unpaired({ before: before.slice(i, endI), after: after.slice(j, endJ), pairing })
    return gap.before.length > 0 && gap.after.length > 0 ? [gap] : []
  })
}

/** Equal blocks at both ends need no thought. */
function pairEnds({ before, after, pairing }: Lists): void {
  const { head, tail } = commonEnds(
    before.map(({ whole }) => whole),
    after.map(({ whole }) => whole),
  )
  const last = { before: before.length - tail, after: after.length - tail }
  pairEqual({ before: before.slice(0, head), after: after.slice(0, head), pairing })
  pairEqual({ before: before.slice(last.before), after: after.slice(last.after), pairing })
}

/** Two lists of equal trees, paired one by one. */
function pairEqual({ before, after, pairing }: Lists): void {
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
  // One row between two that stayed is that row, even with nothing in common.
  if (alone && was?.kind === 'row' && is?.kind === 'row') pairUp({ was, is, pairing })
  else if ([...left.before, ...left.after].some(hasUnits)) {
    const units = { before: left.before.flatMap(unitsOf), after: left.after.flatMap(unitsOf), pairing }
    pairAlike({ ...unpaired(units), pairing, least })
    for (const one of units.before) {
      const other = pairing.afterOf.get(one)
      if (other) pairChildren({ was: one, is: other, pairing, least })
    }
  }
}

function pairAlike({ before, after, pairing, least }: Level): void {
  if (before.length * after.length > MANY_PAIRS) {
    pairCandidates({ before, after, pairing, least })
    return
  }
  pairNear({ before, after, pairing, least })
}

function pairNear({ before, after, pairing, least }: Level): void {
  const score = (i: number, j: number): number => scoreOf(before[i], after[j], least)
  for (const [i, j] of globalAlignment({ before: before.length, after: after.length, score })) {
    const was = before[i]
    const is = after[j]
    if (was && is) pairUp({ was, is, pairing })
  }
}

/** How much speaks for a pair: the words of both, the more the more alike they are; 0 where they are not. */
function scoreOf(was: TreeBlock | undefined, is: TreeBlock | undefined, least: number): number {
  if (!was || !is || !mayBeAlike(was, is, least)) return 0
  const alike = similarity(was, is)
  return alike < least ? 0 : alike * (was.size + is.size + 1)
}

/** Long lists: pairs that share rare words first, as many as are in one order; then all pairs between those. */
function pairCandidates({ before, after, pairing, least }: Level): void {
  const found = candidatesByRareWords({ before, after }).flatMap((places, i) =>
    // From the last to the first, so that no rising choice holds two partners of one block.
    places
      .toSorted((one, other) => other.place - one.place)
      .flatMap(({ place }) => {
        const weight = scoreOf(before[i], after[place], least)
        return weight > 0 ? [{ i, place, weight }] : []
      }),
  )
  const chosen = heaviestIncreasingSubsequence(found)
  // Short texts that are all alike have no rare words: then those near the diagonal are tried.
  if (chosen.length === 0) {
    pairNear({ before, after, pairing, least })
    return
  }
  let from = { i: 0, j: 0 }
  for (const next of [...chosen, { i: before.length, place: after.length }]) {
    const [was, is] = [before[next.i], after[next.place]]
    if (was && is) pairUp({ was, is, pairing })
    const gap = { before: before.slice(from.i, next.i), after: after.slice(from.j, next.place), pairing, least }
    if (gap.before.length > 0 && gap.after.length > 0) pairAlike(gap)
    from = { i: next.i + 1, j: next.place + 1 }
  }
}

/** Spares the counting of words where the sizes alone say no. */
function mayBeAlike(was: TreeBlock, is: TreeBlock, least: number): boolean {
  if (was.children.length > 0 && is.children.length > 0) return true
  return was.kind === 'image' || was.size + is.size === 0 || diceAtMost(was.size, is.size) >= least * 0.8
}

/** Paragraphs that became a list, a list that became a checklist, a text put into a callout: the same units, wrapped. */
function hasUnits({ kind }: TreeBlock): boolean {
  return framesTexts(kind)
}

function unitsOf(block: TreeBlock): TreeBlock[] {
  return hasUnits(block) ? unitsIn(block) : [block]
}

/** The texts in a block that could as well stand without it: those of an entry, else what is right in it. */
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

/** The one text of a cell stays that text, even if no word of it does. */
function pairCell(level: Level): void {
  const [was, is] = [level.before[0], level.after[0]]
  const alone = level.before.length === 1 && level.after.length === 1
  if (alone && was && is && isCompatible(was, is)) pairUp({ was, is, pairing: level.pairing })
  pairSiblings(level)
}

/** First the rows, then the columns by what stands in the rows that stayed, then each row's cells by the columns. */
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
