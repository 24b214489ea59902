import { isSameJson } from '../canonicalJson'
import { canonicalRichText } from './canonical'
import type { Block, RichText } from './richText'
import { textOf } from './walk'

/** Would a reader see or hear the same? Ids of blocks are no part of a text; what is said of a picture is. */
export function isSameText(a: RichText, b: RichText): boolean {
  // Often it is the one that was read: to compare thousands of paragraphs takes long.
  return a === b || isSameJson(saidByText(a), saidByText(b))
}

/** What a text says, in a form in which equal texts are equal. */
export function saidByText(text: RichText): unknown {
  return canonicalRichText(text).map(withoutId)
}

/** What a section holds in one field and one language: a line of words, or rich text; nothing where nobody wrote it. */
export type FieldText = string | RichText | undefined

/** The same of a field; a field that nobody wrote and one without words are the same. */
export function isSameField(a: FieldText, b: FieldText): boolean {
  const isSame = Array.isArray(a) && Array.isArray(b) ? isSameText(a, b) : a === b
  return isSame || (isEmptyField(a) && isEmptyField(b))
}

/** Is there nothing to read? White space alone is nothing. */
export function isEmptyField(value: FieldText): boolean {
  if (!Array.isArray(value)) return value === undefined || value.trim() === ''
  // Most texts have words, which is seen sooner; a picture or a line has none and is not empty either.
  return textOf(value).trim() === '' && canonicalRichText(value).every(({ kind }) => kind === 'paragraph')
}

/** Does a field have words in any language? */
export function isWritten(field: Partial<Record<string, FieldText>>): boolean {
  return Object.values(field).some((value) => !isEmptyField(value))
}

function withoutId({ kind, attrs, runs, children }: Block): unknown {
  return { kind, attrs, runs, children: children.map(withoutId) }
}
