import { dice } from '../alignment/dice'
import type { Sides } from '../alignment/sides'
import { allBlocks } from '../richText/walk'
import { anchors } from './anchors'
import { candidatesByRareWords } from './candidates'
import { oneToOne } from './pairColumns'
import {
  ALIKE_MOVED,
  type Level,
  type Pair,
  type Pairing,
  pairUp,
  unpaired,
  WORDS_ANCHOR,
  WORDS_MOVED_EQUAL,
} from './pairing'
import { pairCells, pairChildren } from './pairSiblings'
import { isCompatible, similarity } from './similarity'
import { type TreeBlock, wordingOf, wordsOf } from './tree'

/** A moved and edited block needs this many words: with any length and 0.55, a rewritten text had 65 moves found for 21. */
const WORDS_MOVED = 8
/** … or it is less similar, but shares this many rare words, and this share of its own. */
const RARE_SHARED = 5
const RARE_SHARE = 0.3
const ALIKE_RARE = 0.3

export function pairMoved({ before, after, pairing, least }: Level): void {
  // Parents before their children; without cells, which mean nothing outside their row.
  const withoutCells = (blocks: TreeBlock[]) => allBlocks(blocks).filter(({ kind }) => kind !== 'cell')
  const left = unpaired({ before: withoutCells(before), after: withoutCells(after), pairing })
  const open = ({ was, is }: Pair): boolean => {
    if (pairing.afterOf.has(was) || pairing.beforeOf.has(is)) return false
    // A named text belongs to its entry: another entry has a text of the same name.
    if (was.kind !== 'field' || is.kind !== 'field' || !was.parent) return true
    return pairing.afterOf.get(was.parent) === is.parent
  }
  const carry = (pair: Pair): void => {
    if (!open(pair)) return
    pairUp({ ...pair, pairing })
    pairing.reparented.add(pair.is)
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
  const long = { before: left.before.filter(isLong), after: left.after.filter(isLong), pairing }
  for (const pair of bestFriends(unpaired(long))) carry(pair)
}

/** An equal row of the same table, or item of the same list, found once on each side: the same one, however short. */
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

/** The pairs in which each block is the most similar one to the other. */
function bestFriends({ before, after }: Sides<TreeBlock[]>): Pair[] {
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
