import { percent, type Target, target } from './target'

/** How many of the cases are so, as a figure that was promised. Of no case at all it is 0. */
export function share(given: { what: string; part: unknown[]; whole: unknown[]; least: number }): Target {
  const { what, part, whole, least } = given
  const measured = whole.length === 0 ? 0 : part.length / whole.length
  return target({ what, measured, least, show: percent, note: `${part.length} of ${whole.length}` })
}

/** The value in the middle, or half-way between the two that are. Of nothing it is 0. */
export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length === 0 ? 0 : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
