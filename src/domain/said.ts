import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { RichText } from './richText/richText'
import { isEmptyField } from './richText/sameText'

/** A text and its language. `standsIn`: it is not the language that was asked for. */
export type Said<T> = { value: T; language: Language; standsIn: boolean }

/** The language to read a text in, and the source language. */
export type Reading = {
  language: Language
  /** The language in which the toolkit was written: it is the first to be used if words are missing. */
  source: Language
  /** Nothing is read in `language`, even if it has words: another language is used. */
  isUnread?: boolean
}

/**
 * Returns the text in the language asked for; if it is missing, in the source language, else in any other. Undefined if
 * nobody wrote it, or if it is empty in the language asked for. Pages mark a text in another language.
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
