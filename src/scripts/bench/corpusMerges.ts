import { wordsInWidestSide } from './conflictWords'
import { type CorpusMerge, corpusMerges } from './corpus'
import { differingStretch } from './differingStretch'
import { mergeByGit } from './git'
import { isKeepable } from './keepable'
import { conflictsIn } from './lineMerge'
import { collapsed, inOneSpelling, type MarkdownMerge, mergeMarkdown } from './mergeMarkdown'
import { markdownTable, milliseconds, percent, type Target, target } from './target'

type Given = { say: (text: string) => void; show: number }

type Judged = {
  id: string
  path: string
  isClean: { git: boolean; ours: boolean }
  /** Equals what the people committed, after normalisation. */
  isRight: { git: boolean; ours: boolean }
  isKeepable: boolean
  words: { git: number[]; ours: number[] }
  milliseconds: number
  merge: MarkdownMerge
  lost: string[]
  committed: string
}

/** Real merges: ours, git's, and what the people committed. Change logs are counted separately. */
export function compareOnMerges({ say, show }: Given): Target[] {
  const all = corpusMerges()
  const prose = all.filter((one) => !one.log_like).map(judge)
  const logs = all.filter((one) => one.log_like).map(judge)
  say('\n### Real merges\n')
  say(summary({ prose, logs }))
  if (show > 0) for (const line of failures(prose).slice(0, show)) say(`\n${line}`)
  return targetsOf(prose)
}

function judge(given: CorpusMerge): Judged {
  const { id, path, base, ours, theirs, result } = given
  const byGit = mergeByGit({ base, ours, theirs })
  const gitConflicts = conflictsIn(byGit)
  const started = performance.now()
  const merge = mergeMarkdown({ base, ours, theirs })
  const took = performance.now() - started
  const committed = inOneSpelling(result)
  const gitText = byGit.parts.flatMap((part) => (Array.isArray(part) ? part : part.ours)).join('\n')
  return {
    id,
    path,
    isClean: { git: gitConflicts.length === 0, ours: merge.conflicts.length === 0 },
    isRight: { git: inOneSpelling(gitText) === committed, ours: collapsed(merge.merged) === committed },
    isKeepable: gitConflicts.length > 0 && isKeepable({ merge: byGit, committed: result }),
    words: {
      git: gitConflicts.map((one) =>
        wordsInWidestSide({ base: one.base.join('\n'), ours: one.ours.join('\n'), theirs: one.theirs.join('\n') }),
      ),
      ours: merge.conflicts.map(wordsInWidestSide),
    },
    milliseconds: took,
    merge,
    lost: merge.lostWords(),
    committed,
  }
}

function summary({ prose, logs }: { prose: Judged[]; logs: Judged[] }): string {
  const count = (cases: Judged[], is: (one: Judged) => boolean): string => `${cases.filter(is).length}`
  const row = (what: string, is: (one: Judged) => boolean): string[] => [what, count(prose, is), count(logs, is)]
  const ofGitsConflicts = (is: (one: Judged) => boolean) => (one: Judged) => !one.isClean.git && is(one)
  return markdownTable({
    head: ['Merges', 'Prose', 'Change logs'],
    rows: [
      row('All', () => true),
      row('Clean by git', (one) => one.isClean.git),
      row('… by ours too', (one) => one.isClean.git && one.isClean.ours),
      row('… by ours as committed', (one) => one.isClean.git && one.isClean.ours && one.isRight.ours),
      row('… by git as committed', (one) => one.isClean.git && one.isRight.git),
      row('In conflict by git', (one) => !one.isClean.git),
      row(
        '… solved by ours',
        ofGitsConflicts((one) => one.isClean.ours),
      ),
      row(
        '… … with nothing to check',
        ofGitsConflicts((one) => one.isClean.ours && one.merge.checks.length === 0),
      ),
      row(
        '… … as committed',
        ofGitsConflicts((one) => one.isClean.ours && one.isRight.ours),
      ),
      row('… keepable', (one) => one.isKeepable),
      row('… … solved by ours', (one) => one.isKeepable && one.isClean.ours),
      row('… … … as committed', (one) => one.isKeepable && one.isClean.ours && one.isRight.ours),
      row('Words lost', (one) => one.lost.length > 0),
      row('Limited', (one) => one.merge.limited),
      ['Words a conflict (median), ours', `${median(wordsOf(prose, 'ours'))}`, `${median(wordsOf(logs, 'ours'))}`],
      ['Words a conflict (median), git', `${median(wordsOf(prose, 'git'))}`, `${median(wordsOf(logs, 'git'))}`],
      ['Time of all', milliseconds(timeOf(prose)), milliseconds(timeOf(logs))],
    ],
  })
}

function targetsOf(prose: Judged[]): Target[] {
  const clean = prose.filter((one) => one.isClean.git)
  const conflicting = prose.filter((one) => !one.isClean.git)
  const solved = conflicting.filter((one) => one.isClean.ours)
  const keepable = conflicting.filter((one) => one.isKeepable)
  const keepableSolved = keepable.filter((one) => one.isClean.ours)
  const right = (cases: Judged[]): Judged[] => cases.filter((one) => one.isClean.ours && one.isRight.ours)
  const lost = prose.filter((one) => one.lost.length > 0)
  return [
    share({
      what: 'Clean by git: clean by ours too',
      part: clean.filter((one) => one.isClean.ours),
      whole: clean,
      least: 0.99,
    }),
    share({ what: 'Clean by git: ours as committed', part: right(clean), whole: clean, least: 0.99 }),
    share({ what: 'In conflict by git: solved', part: solved, whole: conflicting, least: 0.45 }),
    share({ what: 'Solved: as committed', part: right(solved), whole: solved, least: 0.55 }),
    share({ what: 'Keepable: solved as committed', part: right(keepable), whole: keepable, least: 0.75 }),
    share({
      what: 'Keepable and solved: as committed',
      part: right(keepableSolved),
      whole: keepableSolved,
      least: 0.95,
    }),
    target({ what: 'Words a conflict, median', measured: median(wordsOf(prose, 'ours')), most: 8 }),
    target({
      what: 'Slowest merge of two files',
      measured: Math.max(...prose.map((one) => one.milliseconds)),
      most: 2_000,
      show: milliseconds,
    }),
    target({ what: 'Merges in which a word is lost', measured: lost.length, most: 0, show: String }),
  ]
}

function share(given: { what: string; part: Judged[]; whole: Judged[]; least: number }): Target {
  const { what, part, whole, least } = given
  const measured = whole.length === 0 ? 0 : part.length / whole.length
  return target({ what, measured, least, show: percent, note: `${part.length} of ${whole.length}` })
}

function wordsOf(cases: Judged[], engine: 'git' | 'ours'): number[] {
  return cases.flatMap((one) => one.words[engine])
}

function timeOf(cases: Judged[]): number {
  return cases.reduce((sum, one) => sum + one.milliseconds, 0)
}

function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return sorted.length === 0 ? 0 : ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** Deviations, the most serious first. */
function failures(prose: Judged[]): string[] {
  const grave: [string, (one: Judged) => boolean][] = [
    ['a word is lost', (one) => one.lost.length > 0],
    ['clean by git, a conflict by ours', (one) => one.isClean.git && !one.isClean.ours],
    [
      'clean by git, ours is not as committed',
      (one) => one.isClean.git && one.isRight.git && one.isClean.ours && !one.isRight.ours,
    ],
    ['keepable, solved otherwise', (one) => one.isKeepable && one.isClean.ours && !one.isRight.ours],
    ['keepable, not solved', (one) => one.isKeepable && !one.isClean.ours],
    [
      'solved otherwise than committed',
      (one) => !one.isClean.git && !one.isKeepable && one.isClean.ours && !one.isRight.ours,
    ],
  ]
  return grave.flatMap(([what, is]) => prose.filter(is).map((one) => description(what, one)))
}

function description(what: string, { id, path, merge, lost, committed }: Judged): string {
  const merged = collapsed(merge.merged)
  const parts = [
    `#### ${what}: ${id} ${path}`,
    ...(lost.length > 0 ? [`lost: ${lost.join(' ')}`] : []),
    ...merge.conflicts.map(
      ({ kind, base, ours, theirs }) =>
        `conflict (${kind})\n  base:   ${JSON.stringify(base)}\n  ours:   ${JSON.stringify(ours)}\n  theirs: ${JSON.stringify(theirs)}`,
    ),
    ...(merge.conflicts.length === 0
      ? merge.checks.map(({ kind, text }) => `check (${kind}): ${JSON.stringify(text.slice(0, 200))}`)
      : []),
    ...(merge.conflicts.length === 0 && merged !== committed
      ? [differingStretch({ found: merged, expected: committed })]
      : []),
  ]
  return parts.join('\n')
}
