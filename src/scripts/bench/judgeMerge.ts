import type { Check, Conflict } from '@/domain/merge/merge'
import { wordsInWidestSide } from './conflictWords'
import type { CorpusMerge } from './corpus'
import { mergeByGit } from './git'
import { isKeepable } from './keepable'
import { conflictsIn } from './lineMerge'
import { collapsed, inOneSpelling, mergeMarkdown } from './mergeMarkdown'

/** The outcome of one real merge. It consists of plain values, so that a separate process can send it. */
export type Judged = {
  id: string
  path: string
  isClean: { git: boolean; ours: boolean }
  /** Is it what people committed, if both are written in one spelling? */
  isRight: { git: boolean; ours: boolean }
  isKeepable: boolean
  words: { git: number[]; ours: number[] }
  milliseconds: number
  conflicts: Conflict[]
  checks: Check[]
  limited: boolean
  lost: string[]
  merged: string
  committed: string
}

/** Merges three texts with our engine and with git, and compares both results with what people committed. */
export function judgeMerge({ id, path, base, ours, theirs, result }: CorpusMerge): Judged {
  const byGit = mergeByGit({ base, ours, theirs })
  const gitConflicts = conflictsIn(byGit)
  const started = performance.now()
  const merge = mergeMarkdown({ base, ours, theirs })
  const took = performance.now() - started
  const committed = inOneSpelling(result)
  const merged = collapsed(merge.merged)
  const gitText = byGit.parts.flatMap((part) => (Array.isArray(part) ? part : part.ours)).join('\n')
  return {
    id,
    path,
    isClean: { git: gitConflicts.length === 0, ours: merge.conflicts.length === 0 },
    isRight: { git: inOneSpelling(gitText) === committed, ours: merged === committed },
    isKeepable: gitConflicts.length > 0 && isKeepable({ merge: byGit, committed: result }),
    words: {
      git: gitConflicts.map((one) =>
        wordsInWidestSide({ base: one.base.join('\n'), ours: one.ours.join('\n'), theirs: one.theirs.join('\n') }),
      ),
      ours: merge.conflicts.map(wordsInWidestSide),
    },
    milliseconds: took,
    conflicts: merge.conflicts,
    checks: merge.checks,
    limited: merge.limited,
    lost: merge.lostWords(),
    merged,
    committed,
  }
}
