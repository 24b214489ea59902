import { joinAdjacent } from '../alignment/joinAdjacent'
import { MARKS, type Mark, type Run, type TextRun } from './richText'

/** What a reader would read aloud of these runs; a footnote counts as its text in brackets. */
export function plainTextOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : ` [${run.text}]`)).join('')
}

/** The same text in the fewest runs, with the marks of each in their order. */
export function joinedRuns(runs: Run[]): Run[] {
  const [only] = runs
  if (only?.type === 'text' && runs.length === 1 && only.text !== '' && only.marks.length < 2) return runs
  const written = runs.filter((run) => run.type !== 'text' || run.text !== '')
  const ordered = written.map((run): Run => {
    if (run.type !== 'text' || run.marks.length < 2) return run
    return { ...run, marks: MARKS.filter((mark) => run.marks.includes(mark)) }
  })
  return joinAdjacent(ordered, (last, run) => {
    const isOne = last.type === 'text' && run.type === 'text' && isFormattedAlike(last, run)
    return isOne ? { ...last, text: last.text + run.text } : null
  })
}

/** How a text looks. */
export type Format = Pick<TextRun, 'marks' | 'link'>

export function formatOf({ marks, link }: { marks: Mark[]; link?: string | undefined }): Format {
  return link === undefined ? { marks } : { marks, link }
}

/** Have two texts the same marks and the same link? Both have their marks in the one order. */
export function isFormattedAlike(one: Format, other: Format): boolean {
  return (
    one.link === other.link &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => mark === other.marks[index])
  )
}
