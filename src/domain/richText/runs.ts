import { MARKS, type Mark, type Run, type TextRun } from './richText'

/** What a reader would read aloud of these runs; a footnote counts as its text in brackets. */
export function plainTextOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : ` [${run.text}]`)).join('')
}

/** The same text in the fewest runs, with the marks of each in their order. */
export function joinedRuns(runs: Run[]): Run[] {
  const [only] = runs
  if (only?.type === 'text' && runs.length === 1 && only.text !== '' && only.marks.length < 2) return runs
  const joined: Run[] = []
  for (const run of runs) {
    if (run.type !== 'text') joined.push(run)
    else if (run.text !== '') {
      const marks = run.marks.length > 1 ? MARKS.filter((mark) => run.marks.includes(mark)) : run.marks
      const last = joined.at(-1)
      if (last?.type === 'text' && isFormattedAlike(last, { ...run, marks })) {
        joined[joined.length - 1] = { ...last, text: last.text + run.text }
      } else joined.push({ ...run, marks })
    }
  }
  return joined
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
