import type { CutLevel } from '@/domain/importing'

/** Sections at one level of headings, each with its words. */
export type MeasuredCut = { level: number; words: readonly number[] }

/** Words that are read at one go, about six minutes: what most of a text should stand in sections of. */
const READABLE = 1500
/** Sections of a few lines each are a list of contents, not a text: they are made only where the other choice is as bad. */
const SHORT = 100
const ENDLESS = 5000

/**
 * The level that "Automatic" takes: the shallowest at which half of all words stand in sections that can be read at one go.
 * Where no level gives that, it is the one that comes nearest. `cuts` go from the shallowest level to the deepest.
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

/** What somebody who chooses a level wants to know of it. */
export function cutLevel({ level, words }: MeasuredCut): CutLevel {
  const sorted = words.toSorted((one, other) => one - other)
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return { level, sections: sorted.length, median, largest: sorted.at(-1) ?? 0 }
}

/** Half of all words stand in sections of at most this many. Many short ones beside a few endless ones do not hide those. */
function typicalOf(words: readonly number[]): number {
  const all = words.reduce((sum, one) => sum + one, 0)
  let seen = 0
  for (const one of words.toSorted((a, b) => a - b)) {
    seen += one
    if (seen * 2 >= all) return one
  }
  return 0
}
