import { heaviestIncreasing, pairInOrder } from './inOrder'
import { dice, diceAtMost, isCompatible, similarity } from './similarity'
import type { TreeBlock } from './tree'

/** Which block of `before` became which of `after`. */
export type Pairing = {
  afterOf: Map<TreeBlock, TreeBlock>
  beforeOf: Map<TreeBlock, TreeBlock>
  /** Blocks of `after` that were found again in quite another place, under another parent. */
  carried: Set<TreeBlock>
}

/** From here on two blocks in the same order are the same block, edited (peers: 0.4 mergiraf, 0.5 VisualEditor, Gutenberg). */
const ALIKE = 0.4
/** A shared id is a hint and no proof: copied, cut and split paragraphs keep it. */
const ALIKE_WITH_ID = 0.2
/** A block that moved and was edited too must be this much alike, with nothing more like it on either side … */
const ALIKE_MOVED = 0.6
/** … and as long as this: at 0.55 and any length, a rewritten text had 65 moves found for 21. */
const WORDS_MOVED = 8
/** An equal text may anchor the alignment from three words on, and be called moved from five on: “See below” is no proof. */
const WORDS_ANCHOR = 3
const WORDS_MOVED_EQUAL = 5
/** Beyond this many pairs of left-over blocks, those moved and edited are not looked for: they show as removed and added. */
const MOST_PAIRS = 40_000

/**
 * Pairs the blocks of two texts: equal beginnings and ends, ids, equal words, likeness between those, then down into the
 * children of each pair; last of all, among what is left in both whole texts, blocks that moved.
 */
export function pairBlocks({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Pairing {
  const pairing: Pairing = { afterOf: new Map(), beforeOf: new Map(), carried: new Set() }
  pairSiblings({ before, after, pairing })
  pairMoved({ before, after, pairing })
  return pairing
}

type Level = { before: TreeBlock[]; after: TreeBlock[]; pairing: Pairing }
type Pair = { was: TreeBlock; is: TreeBlock }

/** One to one, always: whoever had one of the two as a partner before has none then. */
function pairUp({ was, is, pairing }: Pair & { pairing: Pairing }): void {
  const formerIs = pairing.afterOf.get(was)
  if (formerIs && formerIs !== is) {
    pairing.beforeOf.delete(formerIs)
    pairing.carried.delete(formerIs)
  }
  const formerWas = pairing.beforeOf.get(is)
  if (formerWas && formerWas !== was) pairing.afterOf.delete(formerWas)
  pairing.afterOf.set(was, is)
  pairing.beforeOf.set(is, was)
}

function pairSiblings(level: Level): void {
  const { pairing } = level
  const { before, after } = pairEnds({
    before: level.before.filter((block) => !pairing.afterOf.has(block)),
    after: level.after.filter((block) => !pairing.beforeOf.has(block)),
    pairing,
  })
  if (before.length === 0 || after.length === 0) return

  const found = [...anchors({ before, after, pairing })].sort((one, other) => one.i - other.i)
  const backbone = heaviestIncreasing(found.map(({ j, is }) => ({ place: j, weight: is.words.length + 1 })))
  const kept = new Set(backbone.flatMap((index) => found[index] ?? []))
  for (const anchor of found) {
    const moves = anchor.byId || anchor.is.words.length >= WORDS_MOVED_EQUAL
    if (moves || kept.has(anchor)) pairUp({ ...anchor, pairing })
  }

  let i = 0
  let j = 0
  for (const next of [...kept, { i: before.length, j: after.length }]) {
    pairInGap({ before: before.slice(i, next.i), after: after.slice(j, next.j), pairing })
    i = next.i + 1
    j = next.j + 1
  }
  for (const was of before) {
    const is = pairing.afterOf.get(was)
    if (is) pairChildren({ was, is, pairing })
  }
}

/** Equal blocks at both ends need no thought; what is between them comes back. */
function pairEnds({ before, after, pairing }: Level): { before: TreeBlock[]; after: TreeBlock[] } {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head]?.whole === after[head]?.whole) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail)?.whole === after.at(-1 - tail)?.whole) tail++
  const last = { before: before.length - tail, after: after.length - tail }
  pairEqual({ before: before.slice(0, head), after: after.slice(0, head), pairing })
  pairEqual({ before: before.slice(last.before), after: after.slice(last.after), pairing })
  return { before: before.slice(head, last.before), after: after.slice(head, last.after) }
}

/** Two lists of equal trees, paired one by one. */
function pairEqual({ before, after, pairing }: Level): void {
  before.forEach((was, index) => {
    const is = after[index]
    if (!is) return
    pairUp({ was, is, pairing })
    pairEqual({ before: was.children, after: is.children, pairing })
  })
}

type Anchor = Pair & { i: number; j: number; byId: boolean }

/** Pairs that need no neighbours to be believed: the same id, else the same words, each only once on either side. */
function anchors({ before, after }: Level): Anchor[] {
  const found: Anchor[] = []
  const taken = new Set<TreeBlock>()
  const take = (keyOf: (block: TreeBlock) => string | null, fits: (pair: Pair) => boolean, byId: boolean): void => {
    const left = onlyOnes(before, (block) => (taken.has(block) ? null : keyOf(block)))
    const right = onlyOnes(after, (block) => (taken.has(block) ? null : keyOf(block)))
    for (const [key, i] of left) {
      const j = right.get(key)
      const was = before[i]
      const is = j === undefined ? undefined : after[j]
      if (j === undefined || !was || !is || !fits({ was, is })) continue
      found.push({ was, is, i, j, byId })
      taken.add(was).add(is)
    }
  }
  take(
    (block) => block.id || null,
    ({ was, is }) => similarity(was, is) >= ALIKE_WITH_ID,
    true,
  )
  const long = (block: TreeBlock): boolean => block.words.length >= WORDS_ANCHOR
  take(
    (block) => (long(block) ? `${block.wording}` : null),
    ({ was, is }) => isCompatible(was, is),
    false,
  )
  // A row is known by its first cell, whatever the others hold.
  take(
    (block) => (block.kind === 'row' ? firstCellOf(block) : null),
    () => true,
    false,
  )
  return found
}

function firstCellOf(row: TreeBlock): string | null {
  const first = row.children[0]
  return first && first.words.length > 0 ? `${first.wording}` : null
}

/** Where each key stands that occurs exactly once. */
function onlyOnes(blocks: TreeBlock[], keyOf: (block: TreeBlock) => string | null): Map<string, number> {
  const places = new Map<string, number>()
  const twice = new Set<string>()
  blocks.forEach((block, index) => {
    const key = keyOf(block)
    if (key === null) return
    if (places.has(key)) twice.add(key)
    places.set(key, index)
  })
  for (const key of twice) places.delete(key)
  return places
}

function pairInGap({ before, after, pairing }: Level): void {
  const open = {
    before: before.filter((block) => !pairing.afterOf.has(block)),
    after: after.filter((block) => !pairing.beforeOf.has(block)),
    pairing,
  }
  pairAlike(open)
  const left = unpaired(open)
  const alone = left.before.length === 1 && left.after.length === 1
  const [was, is] = [left.before[0], left.after[0]]
  // One row between two that stayed is that row, even with nothing in common.
  if (alone && was?.kind === 'row' && is?.kind === 'row') pairUp({ was, is, pairing })
  else if ([...left.before, ...left.after].some(hasUnits)) {
    const units = { before: left.before.flatMap(unitsOf), after: left.after.flatMap(unitsOf), pairing }
    pairAlike(units)
    for (const one of units.before) {
      const other = pairing.afterOf.get(one)
      if (other) pairChildren({ was: one, is: other, pairing })
    }
  }
}

function unpaired({ before, after, pairing }: Level): { before: TreeBlock[]; after: TreeBlock[] } {
  return {
    before: before.filter((block) => !pairing.afterOf.has(block)),
    after: after.filter((block) => !pairing.beforeOf.has(block)),
  }
}

function pairAlike({ before, after, pairing }: Level): void {
  const score = (i: number, j: number): number => {
    const was = before[i]
    const is = after[j]
    if (!was || !is || !mayBeAlike(was, is, ALIKE)) return 0
    const alike = similarity(was, is)
    return alike < ALIKE ? 0 : alike * (was.words.length + is.words.length + 1)
  }
  for (const [i, j] of pairInOrder({ before: before.length, after: after.length, score })) {
    const was = before[i]
    const is = after[j]
    if (was && is) pairUp({ was, is, pairing })
  }
}

/** Spares the counting of words where the sizes alone say no. */
function mayBeAlike(was: TreeBlock, is: TreeBlock, least: number): boolean {
  return was.kind === 'image' || was.words.length + is.words.length === 0 || diceAtMost(was.words, is.words) >= least
}

/** Paragraphs that became a list, a list that became a checklist, a text put into a callout: the same units, wrapped. */
function hasUnits({ kind }: TreeBlock): boolean {
  return kind === 'list' || kind === 'callout' || kind === 'checklist' || kind === 'indicators' || kind === 'steps'
}

function unitsOf(block: TreeBlock): TreeBlock[] {
  if (!hasUnits(block)) return [block]
  return block.children.flatMap((child) => (child.kind === 'entry' ? child.children : child))
}

function pairChildren({ was, is, pairing }: Pair & { pairing: Pairing }): void {
  const level = { before: was.children, after: is.children, pairing }
  if (was.whole === is.whole) pairEqual(level)
  else if (is.kind === 'table') pairTable({ was, is, pairing })
  else if (is.kind === 'cell') pairCell(level)
  else if (is.kind === 'entry' || is.kind === 'legal' || is.kind === 'contact') pairFields(level)
  else if (is.kind !== 'row') pairSiblings(level)
}

function pairFields({ before, after, pairing }: Level): void {
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
function pairTable({ was, is, pairing }: Pair & { pairing: Pairing }): void {
  pairSiblings({ before: was.children, after: is.children, pairing })
  const rows = was.children.flatMap((row) => {
    const now = pairing.afterOf.get(row)
    return now?.parent === is ? [{ was: row, is: now }] : []
  })
  const columns = pairColumns(rows)
  for (const row of rows) {
    if (row.was.whole !== row.is.whole) pairCells({ ...row, columns, pairing })
  }
}

function pairCells({ was, is, columns, pairing }: Pair & { columns: [number, number][]; pairing: Pairing }): void {
  for (const [i, j] of columns) {
    const [cell, now] = [was.children[i], is.children[j]]
    if (!cell || !now) continue
    pairUp({ was: cell, is: now, pairing })
    pairChildren({ was: cell, is: now, pairing })
  }
}

function oneToOne(length: number): [number, number][] {
  return Array.from({ length }, (_, index) => [index, index])
}

function pairColumns(rows: Pair[]): [number, number][] {
  const before = Math.max(0, ...rows.map((row) => row.was.children.length))
  const after = Math.max(0, ...rows.map((row) => row.is.children.length))
  if (before === after) return oneToOne(before)
  const score = (i: number, j: number): number => {
    const alike = rows.map((row, index) => {
      const [was, is] = [row.was.children[i], row.is.children[j]]
      // The head of the table counts for as much as all the rest: columns of equal cells differ in it alone.
      return was && is ? similarity(was, is) * (index === 0 ? rows.length : 1) : 0
    })
    return alike.reduce((sum, one) => sum + one, 0)
  }
  return pairInOrder({ before, after, score })
}

/** Kinds that mean nothing away from their parent. */
function canMove({ kind }: TreeBlock): boolean {
  return kind !== 'cell'
}

function pairMoved({ before, after, pairing }: Level): void {
  const left = {
    before: leftOver(before, (block) => pairing.afterOf.has(block)),
    after: leftOver(after, (block) => pairing.beforeOf.has(block)),
  }
  const open = (pair: Pair): boolean => !pairing.afterOf.has(pair.was) && !pairing.beforeOf.has(pair.is)
  const carry = (pair: Pair): void => {
    if (!open(pair)) return
    pairUp({ ...pair, pairing })
    pairing.carried.add(pair.is)
    if (pair.is.kind === 'row') pairCells({ ...pair, columns: oneToOne(pair.is.children.length), pairing })
    else pairChildren({ ...pair, pairing })
  }
  for (const anchor of anchors({ ...left, pairing })) {
    if (anchor.is.kind === 'row' && similarity(anchor.was, anchor.is) < ALIKE_MOVED) continue
    const least = anchor.was.kind === anchor.is.kind ? WORDS_MOVED_EQUAL : WORDS_ANCHOR
    if (anchor.byId || anchor.is.words.length >= least) carry(anchor)
  }
  const long = {
    before: left.before.filter((block) => block.words.length >= WORDS_MOVED && !pairing.afterOf.has(block)),
    after: left.after.filter((block) => block.words.length >= WORDS_MOVED && !pairing.beforeOf.has(block)),
  }
  if (long.before.length * long.after.length <= MOST_PAIRS) for (const pair of bestFriends(long)) carry(pair)
}

/** All blocks without a partner, whole texts through; parents before their children. */
function leftOver(blocks: TreeBlock[], isPaired: (block: TreeBlock) => boolean): TreeBlock[] {
  return blocks.flatMap((block) => [
    ...(isPaired(block) || !canMove(block) ? [] : [block]),
    ...leftOver(block.children, isPaired),
  ])
}

/** Pairs of which each is the other's likest. */
function bestFriends({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Pair[] {
  const likestOf = (one: TreeBlock, others: TreeBlock[]): TreeBlock | undefined => {
    let best: TreeBlock | undefined
    let most = ALIKE_MOVED
    for (const other of others) {
      if (!isCompatible(one, other) || !mayBeAlike(one, other, most)) continue
      const alike = dice(one.words, other.words)
      if (alike < most || (best && alike === most)) continue
      best = other
      most = alike
    }
    return best
  }
  return before.flatMap((was) => {
    const is = likestOf(was, after)
    return is && likestOf(is, before) === was ? [{ was, is }] : []
  })
}
