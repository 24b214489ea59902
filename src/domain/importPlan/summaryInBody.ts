import { block, text } from '../richText/richText'
import { isEmptyField } from '../richText/sameText'
import type { FileText } from './fileText'
import { linesOf } from './linesOf'

/** The paragraph that is a summary, among those of a text, and the block behind it. */
const SUMMARY = 'summary'
const BEHIND = 'behind-summary'

/** Has a file lost what says that a paragraph is the summary, so that it reads as the first one of the text? */
export function isSummaryInBody({ written, base }: Record<'written' | 'base', FileText>): boolean {
  return isEmptyField(base.summary) && !isEmptyField(written.summary)
}

/** A text with its summary as a paragraph, as such a file has it. */
export function withSummaryInBody(given: FileText): FileText {
  const paragraph = block('paragraph', { id: SUMMARY, runs: [text(given.summary)] })
  const [behind, ...others] = given.body
  return { ...given, summary: '', body: [paragraph, ...(behind ? [{ ...behind, id: BEHIND }] : []), ...others] }
}

/**
 * The same text after changes, with the paragraph as the summary again. One that was written anew in its place, before the block behind
 * it, is the summary too; without any there is none.
 */
export function withSummaryApart(given: FileText, { body: [behind] }: FileText): FileText {
  const own = given.body.filter(({ id }) => id === SUMMARY)
  const [first, second] = given.body
  const isAnew = first?.kind === 'paragraph' && first.id !== BEHIND && second?.id === (behind && BEHIND)
  const summary = own.length === 0 && isAnew ? [first] : own
  const others = given.body.filter((one) => !summary.includes(one))
  const body = others.map((one) => (behind && one.id === BEHIND ? { ...one, id: behind.id } : one))
  return { ...given, summary: linesOf(summary).join('\n'), body }
}
