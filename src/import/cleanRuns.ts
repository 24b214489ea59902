import { type Run, type TextRun, text } from '@/domain/richText/richText'

/**
 * Characters that no reader sees and that may differ between two files of one text: soft hyphen, zero-width space, BOM.
 */
const INVISIBLE = /[\u00AD\u200B\uFEFF]/g
/** Not the no-break spaces: French typography needs them. */
const WHITE_SPACE = /[ \t\r\n\f\v\u2028\u2029]+/g

/**
 * Runs in the one form that equal texts have, from any file: composed characters, single spaces, none at the ends of a
 * line, no break at the ends of a block, adjacent runs of equal formatting joined. Code keeps its spaces.
 */
export function cleanRuns(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.type === 'break') {
      trimEnd(result)
      result.push(run)
    } else if (run.type === 'footnote') {
      const note = cleanText(run.text)
      if (note !== '') result.push({ type: 'footnote', text: note })
    } else {
      const value = cleanRun({ run, follows: last })
      if (value === '') continue
      if (last?.type === 'text' && isAlike(last, run)) result[result.length - 1] = { ...last, text: last.text + value }
      else result.push(text(value, run.marks, run.link))
    }
  }
  trimEnd(result)
  while (result.at(-1)?.type === 'break') {
    result.pop()
    trimEnd(result)
  }
  while (result[0]?.type === 'break') result.shift()
  return result
}

/** `cleanRuns` for plain text on one line. */
export function cleanText(value: string): string {
  return value.normalize('NFC').replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim()
}

function cleanRun({ run, follows }: { run: TextRun; follows: Run | undefined }): string {
  const value = run.text.normalize('NFC').replace(INVISIBLE, '')
  if (run.marks.includes('code')) return value
  const single = value.replace(WHITE_SPACE, ' ')
  const atStart = follows === undefined || follows.type === 'break'
  const afterSpace = follows?.type === 'text' && follows.text.endsWith(' ')
  return atStart || afterSpace ? single.replace(/^ /, '') : single
}

function trimEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last?.type === 'text' && !last.marks.includes('code'); last = runs.at(-1)) {
    const trimmed = last.text.replace(/ $/, '')
    if (trimmed === last.text) return
    runs.pop()
    if (trimmed !== '') runs.push({ ...last, text: trimmed })
  }
}

function isAlike(one: TextRun, other: TextRun): boolean {
  return one.link === other.link && text('', one.marks).marks.join() === text('', other.marks).marks.join()
}
