/** An entry with its place in another sequence. Without a weight it counts as one. */
export type Placed = { place: number; weight?: number }

/**
 * The heaviest subsequence of the entries whose places strictly increase: what kept its order; everything else moved. Of two
 * equally heavy ones, the one that ends first. Weights are positive.
 *
 * Longest increasing subsequence: Fredman, “On computing the length of longest increasing subsequences” (1975); with weights:
 * Jacobson and Vo, “Heaviest increasing/common subsequence problems” (1992); here with a tree of prefix maxima: Fenwick, “A new
 * data structure for cumulative frequency tables” (1994). O(n log n) time, O(n) space; O(n) where all places increase already.
 */
export function heaviestIncreasingSubsequence<Entry extends Placed>(entries: readonly Entry[]): Entry[] {
  const rises = entries.every(({ place }, index) => index === 0 || place > (entries[index - 1]?.place ?? 0))
  if (rises) return [...entries]
  const places = [...new Set(entries.map(({ place }) => place))].sort((one, other) => one - other)
  const ranks = new Map(places.map((place, index) => [place, index + 1]))
  const total: number[] = []
  const previous: number[] = []
  const heaviest: number[] = new Array(ranks.size + 1).fill(-1)
  const totalOf = (index: number): number => (index < 0 ? 0 : (total[index] ?? 0))

  let last = -1
  entries.forEach(({ place, weight = 1 }, index) => {
    const rank = ranks.get(place) ?? 0
    let best = -1
    for (let node = rank - 1; node > 0; node -= node & -node) {
      const candidate = heaviest[node] ?? -1
      if (totalOf(candidate) > totalOf(best)) best = candidate
    }
    previous[index] = best
    total[index] = totalOf(best) + weight
    for (let node = rank; node < heaviest.length; node += node & -node) {
      if (totalOf(index) > totalOf(heaviest[node] ?? -1)) heaviest[node] = index
    }
    if (totalOf(index) > totalOf(last)) last = index
  })
  const chosen: Entry[] = []
  for (let entry = entries[last]; entry; last = previous[last] ?? -1, entry = entries[last]) chosen.push(entry)
  return chosen.reverse()
}

/**
 * The items that keep their order in another sequence, with their index here and their place there; those that `placeOf` does not know
 * are not in it. By `heaviestIncreasingSubsequence`.
 */
export function keptInOrder<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number | undefined,
  weightOf: (item: Item) => number = () => 1,
): { item: Item; at: number; place: number }[] {
  const placed = items.flatMap((item, at) => {
    const place = placeOf(item)
    return place === undefined ? [] : [{ item, at, place, weight: weightOf(item) }]
  })
  return heaviestIncreasingSubsequence(placed)
}
