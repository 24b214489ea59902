import { text } from '../richText'
import type { Segment } from './change'
import { type Effort, type Hunk, myers } from './myers'
import { plainSegments, segmentsOf } from './segments'
import { tidyHunks } from './tidyHunks'
import { type Reading, readRuns } from './tokens'

/**
 * Most steps that one pair of texts may take, about 30 ms. Texts of 2,000 words that share nothing stay below it; beyond
 * it, the text is reported as replaced as a whole.
 */
const MOST_STEPS = 4_000_000

export type WordDifference = {
  segments: Segment[]
  /** The texts were too large and too different to compare, so that all is reported as replaced. */
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
  const allowed = { left: Math.min(effort.left, MOST_STEPS) }
  const granted = allowed.left
  const keys = { before: before.tokens.map((token) => token.key), after: after.tokens.map((token) => token.key) }
  const found = myers({ ...keys, effort: allowed })
  effort.left -= granted - Math.max(0, allowed.left)
  const hunks = found ? tidyHunks({ hunks: found, before: before.tokens, after: after.tokens }) : [whole(keys)]
  return { segments: segmentsOf({ before, after, hunks }), limited: found === null }
}

/** The same for two plain texts. */
export function diffText({ before, after }: { before: string; after: string }): WordDifference {
  if (before === after) return { segments: textAs(after, 'same'), limited: false }
  return diffWords({ before: readRuns([text(before)]), after: readRuns([text(after)]) })
}

function textAs(value: string, status: Segment['status']): Segment[] {
  return plainSegments({ reading: readRuns([text(value)]), status })
}

function whole({ before, after }: { before: string[]; after: string[] }): Hunk {
  return { beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }
}
