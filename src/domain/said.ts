import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { RichText } from './richText/richText'
import { isEmptyField } from './richText/sameText'

/** A text and the language that it is in; `standsIn`: it is not the language that was asked for. */
export type Said<T> = { value: T; language: Language; standsIn: boolean }

/** How a text is read: in which language, and which was written in first. */
export type Reading = {
  language: Language
  /** The language that the toolkit was written in: its words stand in before those of others. */
  source: Language
  /** Nothing is to be read in the language: others stand in, whatever was written. */
  isUnread?: boolean
}

/**
 * The text in the language, or in the language that the toolkit was written in, or in any that there is: the page marks
 * a text that stands in for another. Undefined where nobody wrote any, or only an empty one.
 */
export function saidIn<T extends string | RichText>(
  texts: ByLanguage<T>,
  { language, source, isUnread = false }: Reading,
): Said<T> | undefined {
  const own = isUnread ? undefined : texts[language]
  if (own !== undefined) return isEmptyField(own) ? undefined : { value: own, language, standsIn: false }
  for (const other of [source, ...LANGUAGES]) {
    const value = other === language ? undefined : texts[other]
    if (value !== undefined && !isEmptyField(value)) return { value, language: other, standsIn: true }
  }
  return undefined
}
