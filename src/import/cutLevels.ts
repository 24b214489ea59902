import type { CutLevel } from '@/domain/importing'

/** The sections at one heading level, each with its number of words. */
export type MeasuredCut = { level: number; words: readonly number[] }

/** Words that can be read in one go, about six minutes: most of a text should be in sections of this size. */
const READABLE = 1500
/**
 * Sections of a few lines each are a table of contents, not a text: they are made only if the alternative is as bad.
 */
const SHORT = 100
const ENDLESS = 5000

/**
 * The level for "Automatic": the shallowest at which half of all words are in sections that can be read in one go. If
 * no level achieves that, the one that comes nearest. `cuts` are sorted from the shallowest level to the deepest.
 */
export function automaticLevel(cuts: readonly MeasuredCut[]): number {
  const [first, ...deeper] = cuts
  if (!first) return 1
  let best = { level: first.level, typical: typicalOf(first.words) }
  for (const { level, words } of deeper) {
    const typical = typicalOf(words)
    if (best.typical <= READABLE || (typical < SHORT && best.typical < ENDLESS)) break
    if (typical < best.typical) best = { level, typical }
  }
  return best.level
}

/** What somebody who chooses a level needs to know. */
export function cutLevel({ level, words }: MeasuredCut): CutLevel {
  const sorted = words.toSorted((one, other) => one - other)
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return { level, sections: sorted.length, median, largest: sorted.at(-1) ?? 0 }
}

/**
 * Half of all words are in sections of at most this many. Many short sections beside a few very long ones do not hide
 * those.
 */
function typicalOf(words: readonly number[]): number {
  const all = words.reduce((sum, one) => sum + one, 0)
  let seen = 0
  for (const one of words.toSorted((a, b) => a - b)) {
    seen += one
    if (seen * 2 >= all) return one
  }
  return 0
}
