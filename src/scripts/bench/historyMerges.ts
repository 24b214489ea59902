import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Asked, askProcess } from '../askProcess'
import { randomFrom, shuffled } from '../random'
import type { CorpusMerge } from './corpus'
import { counted } from './countedMerges'
import { historiesIn, mergesOf } from './histories'
import { judgedWrong } from './judgedWrong'
import type { Judged } from './judgeMerge'
import { share } from './shareOfCases'
import { markdownTable, type Target, target } from './target'

type Given = { folder: string; most: number; seed: number; say: (text: string) => void; show: number }

/** The outcomes of the merges of one history. `late` and `failed` name the merges without a result. */
type Outcomes = { name: string; of: number; judged: Judged[]; late: string[]; failed: string[] }

/** The time for one merge. The slowest of the corpus takes less than two seconds. */
const DEADLINE = 30_000

/**
 * Repeats the merges of prose in the histories in a folder and counts them by the rules of the corpus. Prints a row for
 * each history and one for all. Draws `most` merges if a history has more. Names the merges that took too long or failed,
 * and counts them separately.
 */
export async function compareOnHistories({ folder, most, seed, say, show }: Given): Promise<Target[]> {
  const all: Outcomes[] = []
  const judges = askProcess({
    program: fileURLToPath(new URL('./judgeOne.ts', import.meta.url)),
    // The other process runs the same source, so that the message is what `judgeMerge` returned.
    parse: (message) => z.custom<Judged>().parse(message),
  })
  try {
    for (const history of historiesIn({ folder })) {
      const prose = mergesOf(history).filter((one) => !one.log_like)
      const cases = drawn({ cases: prose, most, random: randomFrom(seed) })
      if (cases.length === 0) continue
      const found = await outcomesOf({ name: history.name, of: prose.length, cases, judges })
      say(`${history.name}: ${cases.length} of ${prose.length} merges`)
      for (const line of [...found.late, ...found.failed]) say(`  ${line}`)
      if (show > 0) for (const line of judgedWrong(found.judged).slice(0, show)) say(`\n${line}\n`)
      all.push(found)
    }
  } finally {
    judges.close()
  }
  const together: Outcomes = {
    name: 'All',
    of: all.reduce((sum, one) => sum + one.of, 0),
    judged: all.flatMap((one) => one.judged),
    late: all.flatMap((one) => one.late),
    failed: all.flatMap((one) => one.failed),
  }
  say(`\n${summary([...all, together])}`)
  return targetsOf(together)
}

async function outcomesOf(given: {
  name: string
  of: number
  cases: CorpusMerge[]
  judges: Asked<Judged>
}): Promise<Outcomes> {
  const { name, of, cases, judges } = given
  const found: Outcomes = { name, of, judged: [], late: [], failed: [] }
  for (const one of cases) {
    const outcome = await judges.ask({ question: one, deadline: DEADLINE })
    if (outcome === null) found.late.push(`took more than ${DEADLINE / 1000} s: ${one.id} ${one.path}`)
    else if ('failed' in outcome) found.failed.push(`${one.id} ${one.path}: ${outcome.failed}`)
    else found.judged.push(outcome.answer)
  }
  return found
}

/** Draws `most` of the cases and keeps their order. The same seed draws the same cases. */
function drawn(given: { cases: CorpusMerge[]; most: number; random: () => number }): CorpusMerge[] {
  const { cases, most, random } = given
  const chosen = new Set(shuffled(cases, random).slice(0, most))
  return cases.filter((one) => chosen.has(one))
}

function summary(all: Outcomes[]): string {
  const ofWhole = (part: unknown[], whole: unknown[]): string => `${part.length}/${whole.length}`
  return markdownTable({
    head: [
      'History',
      'Merges',
      'Git merges: as committed',
      '(git)',
      'Git conflicts: solved',
      'Keepable: right',
      'Keepable, solved: right',
      'Word lost',
      'Late',
      'Failed',
    ],
    rows: all.map(({ name, of, judged, late, failed }) => {
      const at = counted(judged)
      return [
        name,
        `${judged.length + late.length + failed.length} of ${of}`,
        ofWhole(at.cleanRight, at.clean),
        ofWhole(at.gitRight, at.clean),
        ofWhole(at.solved, at.conflicting),
        ofWhole(at.keepableRight, at.keepable),
        ofWhole(at.keepableRight, at.keepableSolved),
        `${at.lost.length}`,
        `${late.length}`,
        `${failed.length}`,
      ]
    }),
  })
}

function targetsOf({ judged, late, failed }: Outcomes): Target[] {
  const at = counted(judged)
  return [
    share({ what: 'Histories, git merges: as committed', part: at.cleanRight, whole: at.clean, least: 0.99 }),
    share({ what: 'Histories, git conflicts: solved', part: at.solved, whole: at.conflicting, least: 0.52 }),
    share({ what: 'Histories, keepable: solved as committed', part: at.keepableRight, whole: at.keepable, least: 0.8 }),
    share({
      what: 'Histories, keepable and solved: as committed',
      part: at.keepableRight,
      whole: at.keepableSolved,
      least: 0.95,
    }),
    target({ what: 'Histories, merges in which a word is lost', measured: at.lost.length, most: 0, show: String }),
    target({
      what: 'Histories, merges that were late or failed',
      measured: late.length + failed.length,
      most: 0,
      show: String,
    }),
  ]
}
