import { numbering } from '../pairing/tree'
import { text } from '../richText/richText'
import { type Effort, type Hunk, myers } from '../words/myers'
import { tidyHunks } from '../words/tidyHunks'
import { type Reading, readRuns } from '../words/tokens'
import type { Segment } from './change'
import { plainSegments, segmentsOf } from './segments'

/**
 * Most steps that one pair of texts may take, about 30 ms. Texts of 1,400 words that share nothing stay below it; beyond
 * it, a stretch of the text is reported as replaced as a whole.
 */
const MOST_STEPS = 4_000_000
/** Most steps that the words of one field may take in all, in a comparison or in a merge: about 100 ms. */
export const MOST_STEPS_OF_FIELD = 12_000_000

export type WordDifference = {
  segments: Segment[]
  /** The texts were too large and too different to compare everywhere: more is reported as replaced than was. */
  limited: boolean
}

/**
 * What changed between two texts, in whole words. The words are aligned first; only then is the format of those that
 * stayed compared, so that bold never looks like new text.
 */
export function diffWords({
  before,
  after,
  effort = { left: MOST_STEPS },
}: {
  before: Reading
  after: Reading
  effort?: Effort
}): WordDifference {
  const { hunks, limited } = hunksOf({ before, after, effort })
  const tidy = tidyHunks({ hunks, before: before.tokens, after: after.tokens })
  return { segments: segmentsOf({ before, after, hunks: tidy }), limited }
}

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

/** The same for two plain texts. */
export function diffText({ before, after }: { before: string; after: string }): WordDifference {
  if (before === after) return { segments: plainSegments({ runs: [text(after)], status: 'same' }), limited: false }
  const numberOf = numbering()
  return diffWords({ before: readRuns([text(before)], numberOf), after: readRuns([text(after)], numberOf) })
}
