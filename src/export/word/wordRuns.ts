import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { joinAdjacent } from '@/domain/alignment/joinAdjacent'
import type { Run, TextRun as TextOfBlock } from '@/domain/richText/richText'

/** Puts the text of a note at the foot of the page, and returns its number. */
export type TakeFootnote = (text: string) => number

import { LINK } from './wordLook'

/** A character that nobody sees, and the import drops: it keeps a place in which nothing is written. */
export const NOTHING_WRITTEN = '\u200b'

/** Runs of a text as Word's. */
export function wordRuns(runs: readonly Run[], takeFootnote: TakeFootnote): ParagraphChild[] {
  const parts = joinAdjacent(
    runs.map((run) => [run]),
    (last, [run]) =>
      run && last[0] && linkOf(last[0]) !== undefined && linkOf(last[0]) === linkOf(run) ? [...last, run] : null,
  )
  return parts.flatMap((part): ParagraphChild[] => {
    const link = part[0] && linkOf(part[0])
    const children = part.flatMap((run) => oneRun(run, takeFootnote, link !== undefined))
    if (link === undefined) return children
    if (/^#\w+$/.test(link)) return [new InternalHyperlink({ anchor: link.slice(1), children })]
    return [new ExternalHyperlink({ link: writable(link), children })]
  })
}

/** A line of words without formatting. */
export function plainRun(words: string): ParagraphChild[] {
  return words
    .split('\n')
    .map((line, index) => new TextRun({ text: writable(line), ...(index > 0 ? { break: 1 } : {}) }))
}

function linkOf(run: Run): string | undefined {
  return run.type === 'text' ? run.link : undefined
}

function oneRun(run: Run, takeFootnote: TakeFootnote, isLink: boolean): ParagraphChild[] {
  if (run.type === 'break') return [new TextRun({ break: 1 })]
  if (run.type === 'footnote') return [new FootnoteReferenceRun(takeFootnote(run.text))]
  return [new TextRun({ text: writable(run.text), ...(isLink ? { style: 'Hyperlink' } : {}), ...formatOf(run) })]
}

/** A run has one style of characters: a link that is code has that of code, and the colour of a link. */
function formatOf({ marks, link }: TextOfBlock): IRunOptions {
  return {
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('underline') ? { underline: {} } : {}),
    ...(marks.includes('strike') ? { strike: true } : {}),
    ...(marks.includes('sub') ? { subScript: true } : {}),
    ...(marks.includes('sup') ? { superScript: true } : {}),
    ...(marks.includes('code') ? { style: 'HTMLCode', ...(link === undefined ? {} : { color: LINK }) } : {}),
  }
}

/** XML 1.0 has no control characters but tabs and line ends, and no half of a pair: Word does not open a file with one. */
export function writable(words: string): string {
  return words.replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
}
