import { type Actor, DRAFTERS, hasRole } from './actor'
import type { Language } from './language'
import type { Refusal } from './refusal'
import type { Provenance } from './release'
import { isEmptyField, isSameField, isWritten } from './richText/sameText'
import { type Mode, TEXT_FIELDS, type TextField, type Texts } from './section'

type Own = Texts & { translated: readonly Language[] }
type Written = { before: Own; after: Texts; language: Language; isTranslation: boolean }

/**
 * Returns the languages in which a country's texts of a section are a translation, after a write in one language. A
 * write as a translation adds its language; any other write removes it if it changes the words.
 */
export function translatedAfter({ before, after, language, isTranslation }: Written): Language[] {
  const others = before.translated.filter((one) => one !== language)
  const isSame = TEXT_FIELDS.every((field) => isSameField(before[field][language], after[field][language]))
  const stays = isSame && before.translated.includes(language)
  return isTranslation || stays ? [...others, language] : others
}

/** A field that a translation leaves empty, because the common text has it in no language. */
export type Needless = 'summary' | 'body'

/** Returns the fields that the common text has in no language: nobody can translate them. It always has a title. */
export function nothingToTranslate(common: Texts): Needless[] {
  return (['summary', 'body'] as const).filter((field) => !isWritten(common[field]))
}

type Read = { provenance: Provenance; language: Language }

/** Do readers of a language get a translation by the country in any field? */
export function readsTranslated({ provenance, language }: Read): boolean {
  return TEXT_FIELDS.some((field) => provenance[field]?.[language] === 'translation')
}

/** Do readers of a language get the country's own words in any field? */
export function readsOwn({ provenance, language }: Read): boolean {
  return TEXT_FIELDS.some((field) => provenance[field]?.[language] === 'national')
}

/** The language of a page and that of each field on it, which is another one if words are missing. */
type Reading = { language: Language; read: Partial<Record<TextField, { language: Language }>> }

/** Returns the language in which readers of a page get a field. */
export function languageRead({ field, language, read }: Reading & { field: TextField }): Language {
  return read[field]?.language ?? language
}

/** Returns how much of the text that readers get is a translation by the country; null if none of it is. */
export function translatedIn({
  provenance,
  content,
  ...reading
}: Reading & { provenance: Provenance; content: Texts }): 'whole' | 'partly' | null {
  const readIn = (field: TextField) => languageRead({ field, ...reading })
  const isTranslated = (field: TextField) => provenance[field]?.[readIn(field)] === 'translation'
  const isOther = (field: TextField) => !isTranslated(field) && !isEmptyField(content[field][readIn(field)])
  if (!TEXT_FIELDS.some(isTranslated)) return null
  return TEXT_FIELDS.some(isOther) ? 'partly' : 'whole'
}

/** Has a country stored words in a language that are not a translation of the common text? */
export function hasOwnWords({ own, language }: { own: Own; language: Language }): boolean {
  return !own.translated.includes(language) && TEXT_FIELDS.some((field) => !isEmptyField(own[field][language]))
}

/** `own` is what the country has stored for the section; null if it never changed it. */
type Asked = { actor: Actor; country: string; own: (Own & { mode: Mode }) | null; language: Language }

/**
 * Returns why somebody may not write the words of a common section in a language in which it has none; null if they
 * may. If the country has adapted the section or left it out, or has words of its own there that nobody reads, only
 * those who may change the country's text may change them.
 */
export function translationForbids({ actor, country, own, language }: Asked): Refusal | null {
  if (own === null || hasRole({ actor, roles: DRAFTERS, country })) return null
  if (own.mode === 'omit') return { key: 'refusal.translate-omitted' }
  if (own.mode === 'adapt') return { key: 'refusal.translate-adapted' }
  return hasOwnWords({ own, language }) ? { key: 'refusal.translate-own-words' } : null
}
