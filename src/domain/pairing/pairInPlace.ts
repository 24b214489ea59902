import type { Sides } from '../alignment/sides'
import { ALIKE_WITH_ID, type Lists, type Pair, pairUp } from './pairing'
import { pairEqual } from './pairSiblings'
import { similarity } from './similarity'
import type { TreeBlock } from './tree'

/**
 * Pairs two texts in which every block stands at its place under its id, as after most edits: nothing else has to be looked
 * for. Returns false, and pairs nothing, for any other two texts.
 */
export function pairInPlace({ before, after, pairing }: Lists): boolean {
  const changed = changedInPlace({ before, after })
  if (!changed) return false
  before.forEach((was, index) => {
    const is = after[index]
    if (!is) return
    pairUp({ was, is, pairing })
    // What changed has no blocks inside.
    pairEqual({ before: was.children, after: is.children, pairing })
  })
  pairing.isInPlace = true
  return true
}

/**
 * The blocks that differ between two texts in which every block stands at its place under its id; null for any other two
 * texts, and where what changed is inside a block.
 */
export function changedInPlace(texts: Omit<Lists, 'pairing'>): Pair[] | null {
  const changed = pairsInPlace(texts)?.filter(({ was, is }) => was.whole !== is.whole)
  return changed?.every(isSameBlock) ? changed : null
}

/** The blocks of two texts in which every block stands at its place under its id, in pairs; null for any other two texts. */
export function pairsInPlace<One extends { id: string }>({
  before,
  after,
}: Sides<readonly One[]>): { was: One; is: One }[] | null {
  if (before.length !== after.length) return null
  const ids = new Set<string>()
  const pairs: { was: One; is: One }[] = []
  for (const [index, was] of before.entries()) {
    const is = after[index]
    if (!is || was.id === '' || was.id !== is.id || ids.has(was.id)) return null
    ids.add(was.id)
    pairs.push({ was, is })
  }
  return pairs
}

function isSameBlock({ was, is }: Pair): boolean {
  return hasNoBlocks(was) && hasNoBlocks(is) && similarity(was, is) >= ALIKE_WITH_ID
}

function hasNoBlocks({ children }: TreeBlock): boolean {
  return children.length === 0
}
