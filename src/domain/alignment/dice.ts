/**
 * How alike two multisets are, from 0 (nothing in common, or one is empty) to 1 (equal): twice the size of the intersection by the
 * sum of the sizes. Dice, “Measures of the amount of ecologic association between species” (1945); Sørensen (1948). Both are
 * sorted. O(n + m).
 */
export function dice(one: Int32Array, other: Int32Array): number {
  return diceOf(sharedCount(one, other), one.length, other.length)
}

/** The same for two sizes, and how many of them are in both. */
export function diceOf(shared: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * shared) / (one + other)
}

/** The size of the intersection of two sorted multisets. */
export function sharedCount(one: Int32Array, other: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const left = one[i] ?? 0
    const right = other[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}

/** What is left of a sorted multiset without another one. */
export function without(words: Int32Array, taken: Int32Array): Int32Array {
  const left: number[] = []
  let at = 0
  for (const word of words) {
    while (at < taken.length && (taken[at] ?? 0) < word) at++
    if (at < taken.length && taken[at] === word) at++
    else left.push(word)
  }
  return new Int32Array(left)
}

/** The most that `dice` can give for two sizes: tells most pairs apart without counting. */
export function diceAtMost(one: number, other: number): number {
  const smaller = Math.min(one, other)
  return smaller === 0 ? 0 : (2 * smaller) / (one + other)
}
