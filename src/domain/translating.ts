import { type Actor, DRAFTERS, hasRole } from './actor'
import type { Language } from './language'
import type { Refusal } from './refusal'
import type { Provenance } from './release'
import { isEmptyField, isSameField, isWritten } from './richText/sameText'
import { type Mode, TEXT_FIELDS, type TextField, type Texts } from './section'

type Own = Texts & { translated: readonly Language[] }

/**
 * The languages in which a country's texts of a section are a translation of the common text, after a write in one of them. A
 * language that is written as a translation is one of them; one in which other words are written as the country's own is not. Where
 * the texts say the same as before, nothing changes.
 */
export function translatedAfter({
  before,
  after,
  language,
  isTranslation,
}: {
  before: Own
  after: Texts
  /** The one that was written in. */
  language: Language
  isTranslation: boolean
}): Language[] {
  const others = before.translated.filter((one) => one !== language)
  const isSame = TEXT_FIELDS.every((field) => isSameField(before[field][language], after[field][language]))
  const stays = isSame && before.translated.includes(language)
  return isTranslation || stays ? [...others, language] : others
}

/** A field that a translation leaves empty: the common text has it in no language. */
export type Needless = 'summary' | 'body'

/** The fields of a section that the common text has in no language: there is nothing to translate. A title it always has. */
export function nothingToTranslate(common: Texts): Needless[] {
  return (['summary', 'body'] as const).filter((field) => !isWritten(common[field]))
}

type Read = { provenance: Provenance; language: Language }

/** Do readers of a language get words of the section that are a translation by the country? */
export function readsTranslated({ provenance, language }: Read): boolean {
  return TEXT_FIELDS.some((field) => provenance[field]?.[language] === 'translation')
}

/** Do they get words of its own? */
export function readsOwn({ provenance, language }: Read): boolean {
  return TEXT_FIELDS.some((field) => provenance[field]?.[language] === 'national')
}

/** The language of a page, and what stands on it in the fields: other languages stand in for it. */
type Reading = { language: Language; read: Partial<Record<TextField, { language: Language }>> }

/** In which language of a page readers get a field. */
export function languageRead({ field, language, read }: Reading & { field: TextField }): Language {
  return read[field]?.language ?? language
}

/** How much of what readers get of a section is a translation by the country; null where nothing is. */
export function translatedIn({
  provenance,
  content,
  ...reading
}: {
  provenance: Provenance
  content: Texts
} & Reading): 'whole' | 'partly' | null {
  const readIn = (field: TextField) => languageRead({ field, ...reading })
  const isTranslated = (field: TextField) => provenance[field]?.[readIn(field)] === 'translation'
  const isOther = (field: TextField) => !isTranslated(field) && !isEmptyField(content[field][readIn(field)])
  if (!TEXT_FIELDS.some(isTranslated)) return null
  return TEXT_FIELDS.some(isOther) ? 'partly' : 'whole'
}

/** Has a country stored words in a language that are no translation of the common text? */
export function hasOwnWords({ own, language }: { own: Own; language: Language }): boolean {
  return !own.translated.includes(language) && TEXT_FIELDS.some((field) => !isEmptyField(own[field][language]))
}

/**
 * Why somebody may not write the words of a section of the common framework in a language in which it has none; null
 * where they may. Where the country has adapted the section, or does not use it, its words are the country's own: only
 * those who may change the country's text change them. `mode` is what the country has stored for the section.
 */
export function translationForbids({
  actor,
  country,
  mode,
}: {
  actor: Actor
  country: string
  mode: Mode
}): Refusal | null {
  if (hasRole({ actor, roles: DRAFTERS, country })) return null
  if (mode === 'adapt') return { key: 'refusal.translate-adapted' }
  return mode === 'omit' ? { key: 'refusal.translate-omitted' } : null
}
