import { candidatesByRareWords, MANY_PAIRS } from './candidates'
import { heaviestIncreasing, pairInOrder } from './inOrder'
import { dice, diceAtMost, isCompatible, isOfWords, sharedWords, similarity } from './similarity'
import { ownWordsOf, type TreeBlock, wordingOf, wordsOf } from './tree'

/** Which block of `before` became which of `after`. */
export type Pairing = {
  afterOf: Map<TreeBlock, TreeBlock>
  beforeOf: Map<TreeBlock, TreeBlock>
  /** Blocks of `after` that were found again in quite another place, under another parent. */
  carried: Set<TreeBlock>
  /** Blocks of `after` whose words stood at the end of the block in front of them. */
  split: Set<TreeBlock>
  /** Blocks of `before` whose words were put at the end of what the block in front of them became. */
  joined: Set<TreeBlock>
  /** Columns of tables (of `after`) that came and went; only where some did. */
  columns: Map<TreeBlock, { removed: number[]; added: number[] }>
}

/** From here on two blocks in the same order are the same block, edited (peers: 0.4 mergiraf, 0.5 VisualEditor, Gutenberg). */
const ALIKE = 0.4
/** A shared id is a hint and no proof: copied, cut and split paragraphs keep it. */
const ALIKE_WITH_ID = 0.2
/** A block that moved and was edited too must be this much alike, with nothing more like it on either side … */
const ALIKE_MOVED = 0.6
/** … and as long as this: at 0.55 and any length, a rewritten text had 65 moves found for 21. */
const WORDS_MOVED = 8
/** … or be less alike than that, but share this many words that hardly any other block has, and this share of its own. */
const RARE_SHARED = 5
const RARE_SHARE = 0.3
const ALIKE_RARE = 0.3
/** An equal text may anchor the alignment from three words on, and be called moved from five on: “See below” is no proof. */
const WORDS_ANCHOR = 3
const WORDS_MOVED_EQUAL = 5
/** A block is the end of another one when this share of its words stands there and nowhere else. */
const TAKEN_OVER = 0.6

/**
 * Pairs the blocks of two texts: equal beginnings and ends, ids, equal words, likeness between those, then down into the
 * children of each pair; then, among what is left in both whole texts, blocks that were split or joined, and blocks that
 * moved. All of this twice, for what is much alike and for what is less so; last of all, texts rewritten in their place.
 */
export function pairBlocks({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Pairing {
  const pairing: Pairing = {
    afterOf: new Map(),
    beforeOf: new Map(),
    carried: new Set(),
    split: new Set(),
    joined: new Set(),
    columns: new Map(),
  }
  // What is a good deal alike goes together first, wherever it stands; only then what merely stands in the same order.
  pairSiblings({ before, after, pairing, least: ALIKE_MOVED })
  findSplits({ before, after, pairing })
  pairMoved({ before, after, pairing, least: ALIKE_MOVED })
  pairSiblings({ before, after, pairing, least: ALIKE })
  findSplits({ before, after, pairing })
  pairMoved({ before, after, pairing, least: ALIKE })
  pairRewritten({ before, after, pairing })
  return pairing
}

type Lists = { before: TreeBlock[]; after: TreeBlock[]; pairing: Pairing }
/** Two lists of siblings, and how alike two blocks must be to be paired by that. */
type Level = Lists & { least: number }
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

function pairSiblings({ before, after, pairing, least }: Level): void {
  const isFirst = pairing.afterOf.size === 0 || !before.some((block) => pairing.afterOf.has(block))
  if (isFirst) pairEnds({ before, after, pairing })
  const open = unpaired({ before, after, pairing })
  for (const anchor of open.before.length > 0 && open.after.length > 0 ? steadyAnchors({ ...open, pairing }) : []) {
    pairUp({ ...anchor, pairing })
  }
  for (const gap of gapsOf({ before, after, pairing })) pairInGap({ ...gap, pairing, least })
  for (const gap of gapsBesideMoved({ before, after, pairing })) pairInGap({ ...gap, pairing, least })
  for (const was of before) {
    const is = pairing.afterOf.get(was)
    const isDone = was.whole === is?.whole && was.children.every((child) => pairing.afterOf.has(child))
    if (is && !isDone) pairChildren({ was, is, pairing, least })
  }
}

/** Of the anchors, those that keep their order or are long enough to have moved. */
function steadyAnchors(open: Lists): Anchor[] {
  const found = anchors(open).sort((one, other) => one.i - other.i)
  const kept = new Set(heaviestIncreasing(found.map(({ j, is }) => ({ place: j, weight: is.size + 1 }))))
  return found.filter((anchor, index) => kept.has(index) || anchor.byId || anchor.is.size >= WORDS_MOVED_EQUAL)
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
  for (const index of [...heaviestIncreasing(paired), paired.length]) {
    const next = paired[index] ?? { i: before.length, place: after.length }
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
function gapsBesideMoved({ before, after, pairing }: Lists): Pick<Lists, 'before' | 'after'>[] {
  if (!before.some((was) => !pairing.afterOf.has(was)) || !after.some((is) => !pairing.beforeOf.has(is))) return []
  const placeOf = new Map(after.map((block, index) => [block, index]))
  return before.flatMap((was, i) => {
    const is = pairing.afterOf.get(was)
    const place = is && placeOf.get(is)
    if (place === undefined) return []
    const gap = unpaired({
      before: runFrom({ blocks: before, from: i + 1, partnerOf: pairing.afterOf }),
      after: runFrom({ blocks: after, from: place + 1, partnerOf: pairing.beforeOf }),
      pairing,
    })
    return gap.before.length > 0 && gap.after.length > 0 ? [gap] : []
  })
}

type Run = { blocks: TreeBlock[]; from: number; partnerOf: Map<TreeBlock, TreeBlock> }

function runFrom({ blocks, from, partnerOf }: Run): TreeBlock[] {
  let to = from
  for (let next = blocks[to]; next && !partnerOf.has(next); next = blocks[to]) to++
  return blocks.slice(from, to)
}

/** Equal blocks at both ends need no thought. */
function pairEnds({ before, after, pairing }: Lists): void {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head]?.whole === after[head]?.whole) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail)?.whole === after.at(-1 - tail)?.whole) tail++
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

type Anchor = Pair & { i: number; j: number; byId: boolean }

/** Pairs that need no neighbours to be believed: the same id, else the same words, each only once on either side. */
function anchors({ before, after }: Lists): Anchor[] {
  const found: Anchor[] = []
  const taken = new Set<TreeBlock>()
  const take = (
    keyOf: (block: TreeBlock) => string | number | null,
    fits: (pair: Pair) => boolean,
    byId: boolean,
  ): void => {
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
  take(
    (block) => (block.kind === 'image' && block.attrs.media !== undefined ? `${block.attrs.media}` : null),
    () => true,
    true,
  )
  const long = (block: TreeBlock): boolean =>
    block.size >= WORDS_ANCHOR || (block.size > 0 && (block.kind === 'row' || block.kind === 'item'))
  take(
    (block) => (block.kind === 'field' ? `${block.attrs.name}` : null),
    ({ was, is }) => was.kind === is.kind,
    true,
  )
  take(
    (block) => (long(block) ? block.whole : null),
    () => true,
    false,
  )
  take(
    (block) => (long(block) ? wordingOf(block) : null),
    ({ was, is }) => isCompatible(was, is),
    false,
  )
  // A row is known by its first cell, and an entry by its first text, whatever the others hold.
  take(
    (block) => (block.kind === 'row' || block.kind === 'entry' ? firstTextOf(block) : null),
    () => true,
    false,
  )
  return found
}

function firstTextOf({ kind, children: [first] }: TreeBlock): string | null {
  return first && first.size > 0 ? `${kind} ${wordingOf(first)}` : null
}

/** Where each key stands that occurs exactly once. */
function onlyOnes(
  blocks: TreeBlock[],
  keyOf: (block: TreeBlock) => string | number | null,
): Map<string | number, number> {
  const places = new Map<string | number, number>()
  const twice = new Set<string | number>()
  blocks.forEach((block, index) => {
    const key = keyOf(block)
    if (key === null) return
    if (places.has(key)) twice.add(key)
    places.set(key, index)
  })
  for (const key of twice) places.delete(key)
  return places
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

function unpaired({ before, after, pairing }: Lists): { before: TreeBlock[]; after: TreeBlock[] } {
  return {
    before: before.filter((block) => !pairing.afterOf.has(block) && !pairing.joined.has(block)),
    after: after.filter((block) => !pairing.beforeOf.has(block) && !pairing.split.has(block)),
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
  for (const [i, j] of pairInOrder({ before: before.length, after: after.length, score })) {
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
  const chosen = heaviestIncreasing(found).flatMap((index) => found[index] ?? [])
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
  return kind === 'list' || kind === 'callout' || kind === 'checklist' || kind === 'indicators' || kind === 'steps'
}

function unitsOf(block: TreeBlock): TreeBlock[] {
  if (!hasUnits(block)) return [block]
  return block.children.flatMap((child) => (child.kind === 'entry' ? child.children : child))
}

type PairAt = Pair & Pick<Level, 'pairing' | 'least'>

function pairChildren({ was, is, pairing, least }: PairAt): void {
  const level = { before: was.children, after: is.children, pairing, least }
  if (was.whole === is.whole) pairEqual(level)
  else if (is.kind === 'table') pairTable({ was, is, pairing, least })
  else if (is.kind === 'cell') pairCell(level)
  else if (is.kind === 'entry' || is.kind === 'legal' || is.kind === 'contact') pairFields(level)
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

function pairCells({ was, is, columns, pairing, least }: PairAt & { columns: [number, number][] }): void {
  for (const [i, j] of columns) {
    const [cell, now] = [was.children[i], is.children[j]]
    if (!cell || !now) continue
    pairUp({ was: cell, is: now, pairing })
    pairChildren({ was: cell, is: now, pairing, least })
  }
}

function oneToOne(length: number): [number, number][] {
  return Array.from({ length }, (_, index) => [index, index])
}

/** The columns of both sides by what stands in the rows that stayed; between those that are alike, one by one. */
function pairColumns(rows: Pair[]): { pairs: [number, number][]; removed: number[]; added: number[] } {
  const before = Math.max(0, ...rows.map((row) => row.was.children.length))
  const after = Math.max(0, ...rows.map((row) => row.is.children.length))
  const score = (i: number, j: number): number => {
    const alike = rows.map((row, index) => {
      const [was, is] = [row.was.children[i], row.is.children[j]]
      // The head of the table counts for as much as all the rest: columns of equal cells differ in it alone.
      return was && is ? similarity(was, is) * (index === 0 ? rows.length : 1) : 0
    })
    const sum = alike.reduce((total, one) => total + one, 0)
    return sum < ALIKE * rows.length ? 0 : sum
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...pairInOrder({ before, after, score }), [before, after] as const]) {
    if (nextI - i === nextJ - j) for (let step = 0; step < nextI - i; step++) pairs.push([i + step, j + step])
    if (nextI < before) pairs.push([nextI, nextJ])
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return {
    pairs,
    removed: oneToOne(before).flatMap(([at]) => (pairs.some(([one]) => one === at) ? [] : [at])),
    added: oneToOne(after).flatMap(([at]) => (pairs.some(([, one]) => one === at) ? [] : [at])),
  }
}

/** Kinds that mean nothing away from their parent. */
function canMove({ kind }: TreeBlock): boolean {
  return kind !== 'cell'
}

function pairMoved({ before, after, pairing, least }: Level): void {
  const left = {
    before: leftOver(before, (block) => pairing.afterOf.has(block) || pairing.joined.has(block)),
    after: leftOver(after, (block) => pairing.beforeOf.has(block) || pairing.split.has(block)),
  }
  const open = ({ was, is }: Pair): boolean => {
    if (pairing.afterOf.has(was) || pairing.beforeOf.has(is)) return false
    // A named text belongs to its entry: that of another one has the same name and is another text.
    if (was.kind !== 'field' || is.kind !== 'field' || !was.parent) return true
    return pairing.afterOf.get(was.parent) === is.parent
  }
  const carry = (pair: Pair): void => {
    if (!open(pair)) return
    pairUp({ ...pair, pairing })
    pairing.carried.add(pair.is)
    if (pair.is.kind === 'row') pairCells({ ...pair, columns: oneToOne(pair.is.children.length), pairing, least })
    else pairChildren({ ...pair, pairing, least })
  }
  for (const anchor of anchors({ ...left, pairing })) {
    if (isWithinOne(anchor, pairing)) {
      carry(anchor)
      continue
    }
    if (anchor.is.kind === 'row' && similarity(anchor.was, anchor.is) < ALIKE_MOVED) continue
    const fewest = anchor.was.kind === anchor.is.kind ? WORDS_MOVED_EQUAL : WORDS_ANCHOR
    if (anchor.byId || anchor.is.size >= fewest) carry(anchor)
  }
  const isLong = (block: TreeBlock): boolean => block.size >= WORDS_MOVED
  const long = {
    before: left.before.filter((block) => isLong(block) && !pairing.afterOf.has(block)),
    after: left.after.filter((block) => isLong(block) && !pairing.beforeOf.has(block)),
  }
  for (const pair of bestFriends(long)) carry(pair)
}

/** Rows of one table and items of one list may be as short as they like: the same one, found once on either side, is that one. */
function isWithinOne({ was, is }: Pair, pairing: Pairing): boolean {
  if (was.kind !== is.kind || (is.kind !== 'row' && is.kind !== 'item') || wordingOf(was) !== wordingOf(is))
    return false
  return pairing.afterOf.get(outermost(was)) === outermost(is)
}

function outermost(block: TreeBlock): TreeBlock {
  let one = block
  while (one.parent) one = one.parent
  return one
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
  const likest = new Map<TreeBlock, { other: TreeBlock; alike: number }>()
  const offer = (one: TreeBlock, other: TreeBlock, alike: number): void => {
    if (alike > (likest.get(one)?.alike ?? 0)) likest.set(one, { other, alike })
  }
  candidatesByRareWords({ before, after }).forEach((places, i) => {
    const was = before[i]
    for (const { place, shared, rare } of places) {
      const is = after[place]
      if (!was || !is || !isCompatible(was, is)) continue
      const alike = dice(wordsOf(was), wordsOf(is))
      const isTelling = shared >= RARE_SHARED && shared >= RARE_SHARE * rare && alike >= ALIKE_RARE
      if (alike < ALIKE_MOVED && !isTelling) continue
      offer(was, is, alike)
      offer(is, was, alike)
    }
  })
  return before.flatMap((was) => {
    const is = likest.get(was)?.other
    return is && likest.get(is)?.other === was ? [{ was, is }] : []
  })
}

/** Lists of one kind or another: the only one at a place is that list, whatever became of its entries. */
function holdsEntries({ kind }: TreeBlock): boolean {
  return kind === 'list' || kind === 'checklist' || kind === 'indicators' || kind === 'steps'
}

/** A text alone between two that stayed is the text that stood alone there, rewritten, if they have anything in common. */
function pairRewritten({ before, after, pairing }: Lists): void {
  const places = new Map(after.map((block, index) => [block, index]))
  const partnerAt = (index: number): number | undefined => {
    const was = before[index]
    if (!was) return index < 0 ? -1 : after.length
    const is = pairing.afterOf.get(was)
    return is && places.get(is)
  }
  before.forEach((was, index) => {
    const is = pairing.afterOf.get(was)
    if (is) {
      if (was.whole !== is.whole) pairRewritten({ before: was.children, after: is.children, pairing })
      return
    }
    const [from, to] = [partnerAt(index - 1), partnerAt(index + 1)]
    if (from === undefined || to === undefined || pairing.joined.has(was)) return
    const texts = after.slice(from + 1, to).filter((block) => block.kind === was.kind)
    const [only, more] = texts
    if (!only || more || pairing.beforeOf.has(only) || pairing.split.has(only)) return
    if (!isOfWords(was) && !holdsEntries(was)) return
    const isShort = was.kind === 'item' && Math.max(ownWordsOf(was).length, ownWordsOf(only).length) < WORDS_ANCHOR
    if (!isShort && !holdsEntries(was) && similarity(was, only) < ALIKE_WITH_ID) return
    pairUp({ was, is: only, pairing })
    pairChildren({ was, is: only, pairing, least: ALIKE })
  })
}

/**
 * A paragraph whose end became a paragraph of its own, and two that became one: what the neighbour holds is the part that
 * the other one lost. Only blocks of plain words, side by side, and with enough words to tell.
 */
function findSplits({ before, after, pairing }: Lists): void {
  extend({ blocks: after, partnerOf: pairing.beforeOf, mark: pairing.split, pairing })
  extend({ blocks: before, partnerOf: pairing.afterOf, mark: pairing.joined, pairing })
  for (const block of after) {
    const was = pairing.beforeOf.get(block)
    if (was && was.whole !== block.whole) findSplits({ before: was.children, after: block.children, pairing })
    else if (!was && block.children.length > 0) findSplits({ before: [], after: block.children, pairing })
  }
}

type Extension = {
  blocks: TreeBlock[]
  partnerOf: Map<TreeBlock, TreeBlock>
  mark: Set<TreeBlock>
  pairing: Pairing
}

function extend({ blocks, partnerOf, mark, pairing }: Extension): void {
  const isPlain = (block: TreeBlock | undefined): block is TreeBlock =>
    block !== undefined && isOfWords(block) && block.children.length === 0 && block.kind !== 'field'
  const isOpen = (block: TreeBlock | undefined): block is TreeBlock =>
    isPlain(block) && !partnerOf.has(block) && !mark.has(block)
  blocks.forEach((head, place) => {
    const partner = partnerOf.get(head)
    if (!partner || head.whole === partner.whole || !isPlain(head) || !isPlain(partner)) return
    if (!isOpen(blocks[place - 1]) && !isOpen(blocks[place + 1])) return
    if (wordingOf(head) === wordingOf(partner)) return
    let whole = leftOf(wordsOf(partner), wordsOf(head))
    const takes = (block: TreeBlock | undefined): block is TreeBlock => {
      if (!isOpen(block)) return false
      const words = wordsOf(block)
      if (sharedWords(whole, words) < Math.max(WORDS_ANCHOR, TAKEN_OVER * words.length)) return false
      whole = leftOf(whole, words)
      return true
    }
    let from = place
    while (takes(blocks[from - 1])) from--
    let to = place + 1
    while (takes(blocks[to])) to++
    // The first of them is what the block became (or was), whichever of them is the longest.
    const first = blocks[from]
    if (!first || to - from === 1) return
    for (const block of blocks.slice(from + 1, to)) mark.add(block)
    if (first !== head) {
      const isAfter = mark === pairing.split
      pairUp(isAfter ? { was: partner, is: first, pairing } : { was: first, is: partner, pairing })
    }
  })
}

/** What is left of the one list of words when the other is taken away. Both are sorted. */
function leftOf(words: Int32Array, taken: Int32Array): Int32Array {
  const left: number[] = []
  let at = 0
  for (const word of words) {
    while (at < taken.length && (taken[at] ?? 0) < word) at++
    if (at < taken.length && taken[at] === word) at++
    else left.push(word)
  }
  return Int32Array.from(left)
}
