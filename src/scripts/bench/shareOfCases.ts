import { percent, type Target, target } from './target'

/** Returns the share of the cases in `part` as a target: at least `least`. The share of no cases is 0. */
export function share(given: { what: string; part: unknown[]; whole: unknown[]; least: number }): Target {
  const { what, part, whole, least } = given
  const measured = whole.length === 0 ? 0 : part.length / whole.length
  return target({ what, measured, least, show: percent, note: `${part.length} of ${whole.length}` })
}

/** Returns the median: the value in the middle, or the mean of the two in the middle. The median of nothing is 0. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length === 0 ? 0 : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
