import type { Sides } from '../alignment/sides'
import type { TreeBlock } from './tree'

/** Which block of `before` became which of `after`. */
export type Pairing = {
  afterOf: Map<TreeBlock, TreeBlock>
  beforeOf: Map<TreeBlock, TreeBlock>
  /** Blocks of `after` that were found under another parent. */
  reparented: Set<TreeBlock>
  /** Blocks of `after` whose words were at the end of the block before them. */
  split: Set<TreeBlock>
  /** Blocks of `before` whose words are now at the end of the block before them. */
  joined: Set<TreeBlock>
  /** For tables of `after`: the columns that were added and removed, if any. */
  columns: Map<TreeBlock, { removed: number[]; added: number[] }>
  /** Does every block stand at its place, under its id? */
  isInPlace: boolean
}

export function noPairs(): Pairing {
  return {
    afterOf: new Map(),
    beforeOf: new Map(),
    reparented: new Set(),
    split: new Set(),
    joined: new Set(),
    columns: new Map(),
    isInPlace: false,
  }
}

/** Two blocks in the same order with this similarity are the same block (others: 0.4 mergiraf, 0.5 VisualEditor and Gutenberg). */
export const ALIKE = 0.4

/** A shared id or running number is a hint, not a proof: copied, cut and split paragraphs keep their id. */
export const ALIKE_WITH_ID = 0.2

/** A moved and edited block needs this similarity, and no block on either side may be more similar. */
export const ALIKE_MOVED = 0.6

/** Equal texts are anchors from three words on, and moves from five on: “See below” proves nothing. */
export const WORDS_ANCHOR = 3
export const WORDS_MOVED_EQUAL = 5

export type Lists = Sides<TreeBlock[]> & { pairing: Pairing }
/** Two lists of siblings, and the least similarity of a pair. */
export type Level = Lists & { least: number }
export type Pair = { was: TreeBlock; is: TreeBlock }

/** Makes a pair. A block has one partner at most: an earlier pair of either block is dissolved. */
export function pairUp({ was, is, pairing }: Pair & { pairing: Pairing }): void {
  const formerIs = pairing.afterOf.get(was)
  if (formerIs && formerIs !== is) {
    pairing.beforeOf.delete(formerIs)
    pairing.reparented.delete(formerIs)
  }
  const formerWas = pairing.beforeOf.get(is)
  if (formerWas && formerWas !== was) pairing.afterOf.delete(formerWas)
  pairing.afterOf.set(was, is)
  pairing.beforeOf.set(is, was)
}

type Led = { block: TreeBlock; top: readonly TreeBlock[]; marked: ReadonlySet<TreeBlock>; index?: number | undefined }

/**
 * The blocks directly after one that belong to it: those that were split off it, or joined to it. `top` are the outermost blocks;
 * `index` is the place of the block among its siblings, if it is known.
 */
export function followersOf({ block, top, marked, index }: Led): TreeBlock[] {
  if (marked.size === 0) return []
  const siblings = block.parent ? block.parent.children : top
  const start = (index ?? siblings.indexOf(block)) + 1
  let end = start
  for (let next = siblings[end]; next && marked.has(next); next = siblings[end]) end++
  return siblings.slice(start, end)
}

/** The blocks of both lists that have no partner and were not split off or joined. */
export function unpaired({ before, after, pairing }: Lists): Sides<TreeBlock[]> {
  return {
    before: before.filter((block) => !pairing.afterOf.has(block) && !pairing.joined.has(block)),
    after: after.filter((block) => !pairing.beforeOf.has(block) && !pairing.split.has(block)),
  }
}
