import { canonicalRichText } from './canonical'
import type { Block, RichText } from './richText'
import { isVisible } from './visible'
import { textOf } from './walk'

/** Would a reader see and hear the same? Ids of blocks do not count; descriptions of pictures do. */
export function isSameText(a: RichText, b: RichText): boolean {
  // Often both are the same value, and comparing thousands of paragraphs takes long.
  return a === b || saidJson(a) === saidJson(b)
}

/** What texts say, as JSON: nobody changes a text after it was compared, and screens compare the same few many times. */
const known = new WeakMap<RichText, string>()

/** Keys need no sorting: a text in canonical form has them in one order. */
function saidJson(text: RichText): string {
  const json = known.get(text) ?? JSON.stringify(saidByText(text))
  known.set(text, json)
  return json
}

/** A text without ids, in a form in which equal texts are equal. */
export function saidByText(text: RichText): unknown {
  return canonicalRichText(text).map(withoutId)
}

/** The value of one field in one language: a line of words, or rich text; undefined if nobody wrote it. */
export type FieldText = string | RichText | undefined

/** Are two fields equal, however their accents are encoded? A field that nobody wrote and one without words are. */
export function isSameField(a: FieldText, b: FieldText): boolean {
  if (typeof a === 'string' && typeof b === 'string' && a.normalize('NFC') === b.normalize('NFC')) return true
  return (Array.isArray(a) && Array.isArray(b) && isSameText(a, b)) || (isEmptyField(a) && isEmptyField(b))
}

/** Is there nothing to read? White space alone is nothing, but a picture or a rule is something. */
export function isEmptyField(value: FieldText): boolean {
  if (!Array.isArray(value)) return value === undefined || !isVisible(value)
  return !isVisible(textOf(value)) && canonicalRichText(value).every(({ kind }) => kind === 'paragraph')
}

/** Does a field have words in any language? */
export function isWritten(field: Partial<Record<string, FieldText>>): boolean {
  return Object.values(field).some((value) => !isEmptyField(value))
}

function withoutId({ kind, attrs, runs, children }: Block): unknown {
  return { kind, attrs, runs, children: children.map(withoutId) }
}
