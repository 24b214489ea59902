import type { Sides } from '../alignment/sides'
import { type TreeBlock, wordsOf } from './tree'

/** A word that is in more than this share of the blocks does not identify any of them … */
const COMMON = 0.02
/** … but a word in this few blocks always does, and a word in more than `MANY` never does. */
const FEW = 4
const MANY = 64
/** Two lists with more pairs of blocks than this are compared by their rare words first. */
export const MANY_PAIRS = 1_600
/** The number of candidates for each block. */
const CLOSEST = 4

/** A block of `after` that a block of `before` may have become. */
export type Candidate = {
  place: number
  /** The number of rare words that both have … */
  shared: number
  /** … of those that the block of `before` has. */
  rare: number
}

/**
 * For each block of `before`, the few of `after` that share the most rare words with it. By an inverted index, so that the work is
 * near-linear in the number of words.
 */
export function candidatesByRareWords({ before, after }: Sides<TreeBlock[]>): Candidate[][] {
  const most = Math.min(MANY, Math.max(FEW, Math.ceil(after.length * COMMON)))
  const holders = new Map<number, number[]>()
  after.forEach((block, index) => {
    for (const word of new Set(wordsOf(block))) {
      const known = holders.get(word)
      if (!known) holders.set(word, [index])
      else if (known.length <= most) known.push(index)
    }
  })
  return before.map((block) => {
    const shared = new Map<number, number>()
    let rare = 0
    for (const word of new Set(wordsOf(block))) {
      const known = holders.get(word) ?? []
      if (known.length > most) continue
      rare++
      for (const index of known) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    const best = [...shared].sort(([one, words], [other, otherWords]) => otherWords - words || one - other)
    return best.slice(0, CLOSEST).map(([place, words]) => ({ place, shared: words, rare }))
  })
}
