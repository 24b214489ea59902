/**
 * The heaviest choice of entries whose places only grow: what stayed where it was; the rest moved. Returns the indexes
 * of the chosen, in order. Longest increasing subsequence with weights, O(n log n) by a tree of prefix maxima (Fenwick).
 */
export function heaviestIncreasing(entries: { place: number; weight: number }[]): number[] {
  if (isIncreasing(entries)) return entries.map((_, index) => index)
  const ranks = new Map(
    [...new Set(entries.map((entry) => entry.place))].sort((a, b) => a - b).map((at, i) => [at, i + 1]),
  )
  const total: number[] = []
  const previous: number[] = []
  const heaviest: number[] = new Array(ranks.size + 1).fill(-1)
  const weightOf = (index: number): number => (index < 0 ? 0 : (total[index] ?? 0))

  entries.forEach(({ place, weight }, index) => {
    const rank = ranks.get(place) ?? 0
    let best = -1
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const candidate = heaviest[node] ?? -1
      if (weightOf(candidate) > weightOf(best)) best = candidate
    }
    previous[index] = best
    total[index] = weightOf(best) + weight
    for (let node = rank; node < heaviest.length; node += node & -node) {
      if (weightOf(index) > weightOf(heaviest[node] ?? -1)) heaviest[node] = index
    }
  })

  let last = -1
  entries.forEach((_, index) => {
    if (weightOf(index) > weightOf(last)) last = index
  })
  const chosen: number[] = []
  for (; last >= 0; last = previous[last] ?? -1) chosen.push(last)
  return chosen.reverse()
}

function isIncreasing(entries: { place: number; weight: number }[]): boolean {
  let last = -1
  for (const { place, weight } of entries) {
    if (place <= last || weight <= 0) return false
    last = place
  }
  return true
}

/** Up to this many entries a side all pairs are tried; beyond it only those near the diagonal. */
const NEAR = 40

/**
 * Pairs of two sequences, none crossing another, with the greatest sum of scores; a score of 0 says that the two do not
 * belong together. Needleman-Wunsch without a price for gaps, in a band once the sequences are long.
 */
export function pairInOrder({
  before,
  after,
  score,
}: {
  before: number
  after: number
  score: (i: number, j: number) => number
}): [number, number][] {
  if (before === 0 || after === 0) return []
  const half = before <= NEAR && after <= NEAR ? Math.max(before, after) : Math.max(NEAR, Math.ceil(after / before))
  const low = (i: number): number => Math.max(0, Math.floor((i * after) / before) - half)
  const high = (i: number): number => Math.min(after - 1, Math.floor((i * after) / before) + half)

  const rows: { from: number; best: Float64Array; scores: Float64Array }[] = []
  /** The best sum of the first i and the first j. */
  const bestOf = (i: number, j: number): number => {
    for (let row = rows[i - 1]; i > 0 && j > 0 && row; i--, row = rows[i - 1]) {
      if (j > row.from) return row.best[Math.min(j - row.from, row.best.length) - 1] ?? 0
    }
    return 0
  }
  for (let i = 0; i < before; i++) {
    const from = low(i)
    const row = { from, best: new Float64Array(high(i) - from + 1), scores: new Float64Array(high(i) - from + 1) }
    for (let j = from; j <= high(i); j++) {
      const one = score(i, j)
      const left = j > from ? (row.best[j - from - 1] ?? 0) : bestOf(i, j)
      row.scores[j - from] = one
      row.best[j - from] = Math.max(left, bestOf(i, j + 1), one > 0 ? bestOf(i, j) + one : 0)
    }
    rows.push(row)
  }

  const pairs: [number, number][] = []
  for (let i = before, j = after; i > 0 && j > 0; ) {
    const row = rows[i - 1]
    const one = row?.scores[j - 1 - row.from] ?? 0
    const here = bestOf(i, j)
    if (here === bestOf(i - 1, j)) i--
    else if (one > 0 && here === bestOf(i - 1, j - 1) + one) pairs.push([--i, --j])
    else j--
  }
  return pairs.reverse()
}
