import type { Sides } from './sides'

/** Up to this many pairs all are scored; beyond it, those in a band along the diagonal. */
const ALL_PAIRS = 40_000
/** The band reaches at least this far to either side. */
const NARROWEST = 40

/**
 * Pairs of indexes of two sequences, none crossing another, with the greatest sum of scores. A score of 0 says that the two do
 * not belong together. Of equal sums, the pairs that come first.
 *
 * Needleman and Wunsch, “A general method applicable to the search for similarities in the amino acid sequence of two proteins”
 * (1970), without a cost for gaps. Exact for up to 40,000 pairs (200 on either side). Longer sequences are aligned in a band along
 * the diagonal, as wide as 80,000 pairs allow and no narrower than 81: pairs outside it are not found, and the work is linear.
 */
export function globalAlignment(lengths: Sides<number>, score: (i: number, j: number) => number): [number, number][] {
  const { before, after } = lengths
  if (before === 0 || after === 0) return []
  const half = Math.max(NARROWEST, Math.ceil(after / before), Math.floor(ALL_PAIRS / before))
  const low = (i: number): number => Math.max(0, Math.floor((i * after) / before) - half)
  const high = (i: number): number => Math.min(after - 1, Math.floor((i * after) / before) + half)

  const rows: { from: number; best: Float64Array }[] = []
  /** The best sum of the first i and the first j. */
  const bestOf = (i: number, j: number): number => {
    for (let row = rows[i - 1]; i > 0 && j > 0 && row; i--, row = rows[i - 1]) {
      if (j > row.from) return row.best[Math.min(j - row.from, row.best.length) - 1] ?? 0
    }
    return 0
  }
  for (let i = 0; i < before; i++) {
    const from = low(i)
    const best = new Float64Array(high(i) - from + 1)
    for (let j = from; j <= high(i); j++) {
      const own = score(i, j)
      const left = j > from ? (best[j - from - 1] ?? 0) : bestOf(i, j)
      best[j - from] = Math.max(left, bestOf(i, j + 1), own > 0 ? bestOf(i, j) + own : 0)
    }
    rows.push({ from, best })
  }

  const pairs: [number, number][] = []
  for (let i = before, j = after; i > 0 && j > 0; ) {
    if (bestOf(i, j) === bestOf(i - 1, j)) i--
    else if (bestOf(i, j) === bestOf(i, j - 1)) j--
    else pairs.push([--i, --j])
  }
  return pairs.reverse()
}
