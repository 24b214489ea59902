import { type TreeBlock, wordsOf } from './tree'

/** A word in more than this share of the blocks says nothing about any of them. */
const COMMON = 0.02
/** … but in so few blocks it always may, and in more than so many never does. */
const FEW = 4
const MANY = 64
/** Two lists of blocks with more pairs than this are first looked through by their rare words. */
export const MANY_PAIRS = 1_600
/** As many candidates a block as are worth a closer look. */
const CLOSEST = 4

/** A block of `after` that may be what a block of `before` became. */
export type Candidate = {
  place: number
  /** How many rare words both have. */
  shared: number
  /** … of how many that the block of `before` has. */
  rare: number
}

/**
 * For each block of `before`, the few of `after` that share most rare words with it. An inverted index in place
 * of all pairs: near-linear in the number of words, since common words are skipped.
 */
export function candidatesByRareWords({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Candidate[][] {
  const most = Math.min(MANY, Math.max(FEW, Math.ceil(after.length * COMMON)))
  const holders = new Map<number, number[]>()
  after.forEach((block, index) => {
    let previous = -1
    for (const word of wordsOf(block)) {
      if (word === previous) continue
      previous = word
      const known = holders.get(word)
      if (!known) holders.set(word, [index])
      else if (known.length <= most) known.push(index)
    }
  })
  return before.map((block) => {
    const shared = new Map<number, number>()
    let previous = -1
    let rare = 0
    for (const word of wordsOf(block)) {
      if (word === previous) continue
      previous = word
      const known = holders.get(word)
      if (!known || known.length <= most) rare++
      if (!known || known.length > most) continue
      for (const index of known) shared.set(index, (shared.get(index) ?? 0) + 1)
    }
    const best = [...shared].sort(([one, words], [other, otherWords]) => otherWords - words || one - other)
    return best.slice(0, CLOSEST).map(([place, words]) => ({ place, shared: words, rare }))
  })
}
