import { type Block, block, text } from '../richText/richText'
import { isEmptyField, isSameField } from '../richText/sameText'
import type { FileText } from './fileText'
import { linesOf } from './linesOf'

/** The paragraph that is a summary, among those of a text. */
const SUMMARY = 'summary'

/** Has a file lost what says that a paragraph is the summary, so that it reads as the first one of the text? */
export function isSummaryInBody({ written, base }: Record<'written' | 'base', FileText>): boolean {
  return isEmptyField(base.summary) && !isEmptyField(written.summary)
}

/** A text with its summary as a paragraph, as such a file has it. */
export function withSummaryInBody(given: FileText): FileText {
  const paragraph = block('paragraph', { id: SUMMARY, runs: [text(given.summary)] })
  return { ...given, summary: '', body: [paragraph, ...given.body] }
}

/**
 * The same text after changes, with the paragraph as the summary again. One that was written anew in its place is the summary too; without
 * any there is none.
 */
export function withSummaryApart(given: FileText, { body: before }: FileText): FileText {
  const own = given.body.filter(({ id }) => id === SUMMARY)
  const [first, second] = given.body
  const isAnew = first?.kind === 'paragraph' && !isSame(first, before[0]) && isSame(second, before[0])
  const summary = own.length === 0 && isAnew ? [first] : own
  return { ...given, summary: linesOf(summary).join('\n'), body: given.body.filter((one) => !summary.includes(one)) }
}

function isSame(one: Block | undefined, other: Block | undefined): boolean {
  return isSameField(one && [one], other && [other])
}
