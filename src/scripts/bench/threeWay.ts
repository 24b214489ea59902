import { diff3Merge } from 'node-diff3'
import { diffRichText } from '@/domain/diff/diff'
import { mergeRichText } from '@/domain/merge/merge'
import { wordsInConflict } from './conflictWords'
import { linesOf } from './flatTokens'
import { mergeByGit } from './git'
import { conflictsIn, type LineConflict } from './lineMerge'
import { asRichText, editText, type Share, type SyntheticText, syntheticText } from './syntheticText'
import { markdownTable, milliseconds, percent, shortNumber, type Target, target } from './target'
import { shortestTime } from './time'

type Given = { words: number; seed: number; say: (text: string) => void }
type Three = { base: SyntheticText; ours: SyntheticText; theirs: SyntheticText }

const SHARES: readonly Share[] = [0.01, 0.1]

/** Our merge and others on two edits, made independently, of one invented text. */
export function compareThreeWay({ words, seed, say }: Given): Target[] {
  const base = syntheticText({ words, seed })
  return SHARES.flatMap((share) => {
    const ours = editText({ before: base, share, seed: seed + 1 })
    const theirs = editText({ before: base, share, seed: seed + 2 })
    return compareMerges({ share, texts: { base, ours, theirs }, say })
  })
}

function compareMerges({ share, texts, say }: { share: Share; texts: Three; say: Given['say'] }): Target[] {
  const own = { base: asRichText(texts.base), ours: asRichText(texts.ours), theirs: asRichText(texts.theirs) }
  const diffTime = shortestTime({
    run: () => diffRichText({ before: own.base, after: own.ours }),
    times: 5,
    within: 5_000,
  })
  let merged = mergeRichText(own)
  const mergeTime = shortestTime({
    run: () => {
      merged = mergeRichText(own)
    },
    times: 5,
    within: 10_000,
  })
  const wordsOurs = merged.conflicts.reduce((sum, one) => sum + wordsInConflict(one), 0)

  const lines = { base: linesOf(texts.base), ours: linesOf(texts.ours), theirs: linesOf(texts.theirs) }
  const byGit = mergeByGit(lines)
  const gitConflicts = conflictsIn(byGit)
  const rows = { base: lines.base.split('\n'), ours: lines.ours.split('\n'), theirs: lines.theirs.split('\n') }
  let regions: ReturnType<typeof diff3Merge<string>> = []
  const diff3Time = shortestTime({
    run: () => {
      regions = diff3Merge(rows.ours, rows.base, rows.theirs)
    },
    times: 5,
    within: 5_000,
  })
  const diff3Conflicts = regions.flatMap(({ conflict }) =>
    conflict ? [{ base: conflict.o, ours: conflict.a, theirs: conflict.b }] : [],
  )

  const wordsGit = wordsIn(gitConflicts)
  say(`\n### Merging two edits of ${percent(share)}\n`)
  say(
    markdownTable({
      head: ['Engine', 'Time', 'Conflicts', 'Words in conflict'],
      rows: [
        ['ours', milliseconds(mergeTime), `${merged.conflicts.length}`, `${wordsOurs}`],
        [
          'git merge-file, paragraphs (with its start)',
          milliseconds(byGit.milliseconds),
          `${gitConflicts.length}`,
          `${wordsGit}`,
        ],
        ['node-diff3, paragraphs', milliseconds(diff3Time), `${diff3Conflicts.length}`, `${wordsIn(diff3Conflicts)}`],
      ],
    }),
  )
  say(`\nOur comparison of one of the edits takes ${milliseconds(diffTime)}; ${merged.checks.length} places to check.`)
  return [
    target({ what: `${percent(share)}: merge / our comparison, time`, measured: mergeTime / diffTime, most: 4 }),
    target({
      what: `${percent(share)}: words in conflict / git's by paragraph`,
      measured: wordsOurs / wordsGit,
      most: 0.03,
      show: shortNumber,
    }),
    {
      what: `${percent(share)}: merged everywhere`,
      promised: 'yes',
      measured: merged.limited ? 'limited' : 'yes',
      isMet: !merged.limited,
    },
  ]
}

function wordsIn(conflicts: LineConflict[]): number {
  return conflicts.reduce(
    (sum, { base, ours, theirs }) =>
      sum + wordsInConflict({ base: base.join('\n'), ours: ours.join('\n'), theirs: theirs.join('\n') }),
    0,
  )
}
