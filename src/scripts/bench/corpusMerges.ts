import { corpusMerges } from './corpus'
import { counted } from './countedMerges'
import { judgedWrong } from './judgedWrong'
import { type Judged, judgeMerge } from './judgeMerge'
import { median, share } from './shareOfCases'
import { markdownTable, milliseconds, type Target, target } from './target'

type Given = { say: (text: string) => void; show: number }

/** Real merges: ours, git's, and what the people committed. Change logs are counted separately. */
export function compareOnMerges({ say, show }: Given): Target[] {
  const all = corpusMerges()
  const prose = all.filter((one) => !one.log_like).map(judgeMerge)
  const logs = all.filter((one) => one.log_like).map(judgeMerge)
  say('\n### Real merges\n')
  say(summary({ prose, logs }))
  if (show > 0) for (const line of judgedWrong(prose).slice(0, show)) say(`\n${line}`)
  return targetsOf(prose)
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
        ofGitsConflicts((one) => one.isClean.ours && one.checks.length === 0),
      ),
      row(
        '… … as committed',
        ofGitsConflicts((one) => one.isClean.ours && one.isRight.ours),
      ),
      row('… keepable', (one) => one.isKeepable),
      row('… … solved by ours', (one) => one.isKeepable && one.isClean.ours),
      row('… … … as committed', (one) => one.isKeepable && one.isClean.ours && one.isRight.ours),
      row('Words lost', (one) => one.lost.length > 0),
      row('Limited', (one) => one.limited),
      ['Words a conflict (median), ours', `${median(wordsOf(prose, 'ours'))}`, `${median(wordsOf(logs, 'ours'))}`],
      ['Words a conflict (median), git', `${median(wordsOf(prose, 'git'))}`, `${median(wordsOf(logs, 'git'))}`],
      ['Time of all', milliseconds(timeOf(prose)), milliseconds(timeOf(logs))],
    ],
  })
}

function targetsOf(prose: Judged[]): Target[] {
  const at = counted(prose)
  return [
    share({ what: 'Clean by git: clean by ours too', part: at.cleanOurs, whole: at.clean, least: 0.99 }),
    share({ what: 'Clean by git: ours as committed', part: at.cleanRight, whole: at.clean, least: 0.99 }),
    share({ what: 'In conflict by git: solved', part: at.solved, whole: at.conflicting, least: 0.45 }),
    share({ what: 'Solved: as committed', part: at.solvedRight, whole: at.solved, least: 0.55 }),
    share({ what: 'Keepable: solved as committed', part: at.keepableRight, whole: at.keepable, least: 0.75 }),
    share({ what: 'Keepable and solved: as committed', part: at.keepableRight, whole: at.keepableSolved, least: 0.95 }),
    target({ what: 'Words a conflict, median', measured: median(wordsOf(prose, 'ours')), most: 8 }),
    target({
      what: 'Slowest merge of two files',
      measured: Math.max(...prose.map((one) => one.milliseconds)),
      most: 2_000,
      show: milliseconds,
    }),
    target({ what: 'Merges in which a word is lost', measured: at.lost.length, most: 0, show: String }),
  ]
}

function wordsOf(cases: Judged[], engine: 'git' | 'ours'): number[] {
  return cases.flatMap((one) => one.words[engine])
}

function timeOf(cases: Judged[]): number {
  return cases.reduce((sum, one) => sum + one.milliseconds, 0)
}
