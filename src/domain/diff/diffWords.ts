import { numbers } from '../alignment/numbers'
import type { Sides } from '../alignment/sides'
import { text } from '../richText/richText'
import { hunksOf } from '../words/hunks'
import type { Effort } from '../words/myers'
import { tidyHunks } from '../words/tidyHunks'
import { type Reading, readRuns } from '../words/tokens'
import type { Segment } from './change'
import { plainSegments, segmentsOf } from './segments'

export type WordDifference = {
  segments: Segment[]
  /** Too large and too different for a full comparison: more is reported as replaced than was. */
  limited: boolean
}

/**
 * What changed between two texts, in whole words. Words are aligned first, and formats are compared only where the words stayed, so
 * that bold never looks like new text.
 */
export function diffWords({ before, after, effort }: Sides<Reading> & { effort?: Effort }): WordDifference {
  const { hunks, limited } = hunksOf({ before, after, ...(effort ? { effort } : {}) })
  const tidy = tidyHunks({ hunks, before: before.tokens, after: after.tokens })
  return { segments: segmentsOf({ before, after, hunks: tidy }), limited }
}

/** The same for two plain texts. */
export function diffText({ before, after }: Sides<string>): WordDifference {
  if (before === after) return { segments: plainSegments({ runs: [text(after)], status: 'same' }), limited: false }
  const numberOf = numbers()
  return diffWords({ before: readRuns([text(before)], numberOf), after: readRuns([text(after)], numberOf) })
}
