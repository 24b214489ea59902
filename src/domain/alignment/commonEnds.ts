/**
 * How many keys two sequences begin with alike (`head`), and how many of the rest they end with alike (`tail`): the common prefix
 * and suffix, which never overlap. O(n).
 */
export function commonEnds<Key>(one: ArrayLike<Key>, other: ArrayLike<Key>): { head: number; tail: number } {
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && one[head] === other[head]) head++
  let tail = 0
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++
  return { head, tail }
}
