import { block, type RichText, text } from '../richText/richText'
import type { FileText } from './fileText'

/** How a file has an addition: behind how many blocks of the text, and the lines that stand before and behind it. */
export type AdditionInFile = { at: number; start: string; end: string }

/** The paragraphs that are these lines, among those of a text. */
const START = 'addition-start'
const END = 'addition-end'

/** With a number, the name of a block of the addition among those of a text. */
const OWN = 'addition-block-'

/** Has a file lost what says that a part of the text is an addition? */
export function isAdditionInBody({ written, base }: Record<'written' | 'base', FileText>): boolean {
  return base.addition.length === 0 && written.addition.length > 0
}

/** A text with its addition as a part of it, between two lines, as such a file has it. */
export function withAdditionInBody(
  { addition, body, ...lines }: FileText,
  { at, start, end }: AdditionInFile,
): FileText {
  const own = addition.map((one, index) => ({ ...one, id: `${OWN}${index}` }))
  const inBody = [lineOf(START, start), ...own, lineOf(END, end)]
  return { ...lines, body: [...body.slice(0, at), ...inBody, ...body.slice(at)], addition: [] }
}

/**
 * The same text after changes, with the addition apart again: what stands between the two lines. Where somebody deleted one of them,
 * the addition begins or ends with the first or last block that it had before.
 */
export function withAdditionApart({ body, ...lines }: FileText, { addition: before }: FileText): FileText {
  const ids = body.map(({ id }) => id)
  const isOwn = ids.map((id) => id.startsWith(OWN))
  const from = ids.includes(START) ? ids.indexOf(START) : isOwn.indexOf(true)
  const to = ids.includes(END) ? ids.indexOf(END) : isOwn.lastIndexOf(true) + 1
  const isThere = from >= 0 && from < to
  const addition = isThere ? body.slice(from, to) : []
  const idOf = new Map(before.map(({ id }, index) => [`${OWN}${index}`, id]))
  const known = (blocks: RichText) =>
    blocks.flatMap((one) => (one.id === START || one.id === END ? [] : [{ ...one, id: idOf.get(one.id) ?? one.id }]))
  return {
    ...lines,
    body: known(isThere ? [...body.slice(0, from), ...body.slice(to)] : body),
    addition: known(addition),
  }
}

function lineOf(id: string, line: string) {
  return block('paragraph', { id, runs: [text(line)] })
}
