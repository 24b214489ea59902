import type { TreeBlock } from './tree'

/** Which block of `before` became which of `after`. */
export type Pairing = {
  afterOf: Map<TreeBlock, TreeBlock>
  beforeOf: Map<TreeBlock, TreeBlock>
  /** Blocks of `after` that were found again in quite another place, under another parent. */
  reparented: Set<TreeBlock>
  /** Blocks of `after` whose words stood at the end of the block in front of them. */
  split: Set<TreeBlock>
  /** Blocks of `before` whose words were put at the end of what the block in front of them became. */
  joined: Set<TreeBlock>
  /** Columns of tables (of `after`) that came and went; only where some did. */
  columns: Map<TreeBlock, { removed: number[]; added: number[] }>
}

/** To begin with: nothing is known. */
export function noPairs(): Pairing {
  return {
    afterOf: new Map(),
    beforeOf: new Map(),
    reparented: new Set(),
    split: new Set(),
    joined: new Set(),
    columns: new Map(),
  }
}

/** From here on two blocks in the same order are the same block, edited (peers: 0.4 mergiraf, 0.5 VisualEditor, Gutenberg). */
export const ALIKE = 0.4

/** A shared id is a hint and no proof: copied, cut and split paragraphs keep it. */
export const ALIKE_WITH_ID = 0.2

/** A block that moved and was edited too must be this much alike, with nothing more like it on either side. */
export const ALIKE_MOVED = 0.6

/** An equal text may anchor the alignment from three words on, and be called moved from five on: “See below” is no proof. */
export const WORDS_ANCHOR = 3
export const WORDS_MOVED_EQUAL = 5

export type Lists = { before: TreeBlock[]; after: TreeBlock[]; pairing: Pairing }
/** Two lists of siblings, and how alike two blocks must be to be paired by that. */
export type Level = Lists & { least: number }
export type Pair = { was: TreeBlock; is: TreeBlock }

/** One to one, always: whoever had one of the two as a partner before has none then. */
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

/**
 * The blocks directly behind one that belong to it: the rest of what was split, or what was joined. `top` are the outermost blocks,
 * and `index` is the place of the block among its siblings, where that is known.
 */
export function followersOf({
  block,
  top,
  marked,
  index,
}: {
  block: TreeBlock
  top: readonly TreeBlock[]
  marked: ReadonlySet<TreeBlock>
  index?: number | undefined
}): TreeBlock[] {
  if (marked.size === 0) return []
  const siblings = block.parent ? block.parent.children : top
  const start = (index ?? siblings.indexOf(block)) + 1
  let end = start
  for (let next = siblings[end]; next && marked.has(next); next = siblings[end]) end++
  return siblings.slice(start, end)
}

/** Those of both lists that have no partner, and were not split off or joined to one that has. */
export function unpaired({ before, after, pairing }: Lists): { before: TreeBlock[]; after: TreeBlock[] } {
  return {
    before: before.filter((block) => !pairing.afterOf.has(block) && !pairing.joined.has(block)),
    after: after.filter((block) => !pairing.beforeOf.has(block) && !pairing.split.has(block)),
  }
}
