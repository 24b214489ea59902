import type { Sides } from '../alignment/sides'
import { type Effort, type Found, myers } from './myers'
import type { Reading } from './tokens'

/**
 * The limit of steps for one pair of texts, about 30 ms. Texts of 1,400 words that share nothing stay below it. Beyond it, a
 * stretch of the text is reported as replaced as a whole.
 */
const MOST_STEPS = 4_000_000
/** The limit of steps for all words of one field, in a comparison or in a merge: about 100 ms. */
export const MOST_STEPS_OF_FIELD = 12_000_000

/** The stretches of tokens that differ; both readings must have the same numbers. Uses up `effort`. */
export function hunksOf({ before, after, effort = { left: MOST_STEPS } }: Sides<Reading> & { effort?: Effort }): Found {
  const granted = Math.min(effort.left, MOST_STEPS)
  const own = { left: granted }
  const found = myers({ before: before.numbers, after: after.numbers, effort: own })
  effort.left -= granted - Math.max(0, own.left)
  return found
}
