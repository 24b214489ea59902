import { type Effort, type Hunk, myers } from './myers'
import type { Reading } from './tokens'

/**
 * Most steps that one pair of texts may take, about 30 ms. Texts of 1,400 words that share nothing stay below it; beyond
 * it, a stretch of the text is reported as replaced as a whole.
 */
const MOST_STEPS = 4_000_000
/** Most steps that the words of one field may take in all, in a comparison or in a merge: about 100 ms. */
export const MOST_STEPS_OF_FIELD = 12_000_000

/** The stretches of tokens that differ; both readings must be of one numbering. */
export function hunksOf({
  before,
  after,
  effort = { left: MOST_STEPS },
}: {
  before: Reading
  after: Reading
  effort?: Effort
}): { hunks: Hunk[]; limited: boolean } {
  const allowed = { left: Math.min(effort.left, MOST_STEPS) }
  const granted = allowed.left
  const found = myers({ before: before.numbers, after: after.numbers, effort: allowed })
  effort.left -= granted - Math.max(0, allowed.left)
  return found
}
