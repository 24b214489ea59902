import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES, type Language } from '../domain/language'
import type { Refusal } from '../domain/refusal'
import { catalogues, type MessageKey } from './catalogues'
import { FIELD_NAMES } from './fieldNames'
import { KEPT_OF_TITLE, opening } from './opening'

export type Params = Record<string, string | number>

const formats = new Map<string, IntlMessageFormat>()

/**
 * A message in a language, with its parameters (ICU message format: plurals and choices are in the catalogue). Throws
 * for a key that no catalogue has; a test compares the six catalogues.
 */
export function translate(language: Language, key: MessageKey, params: Params = {}): string {
  const cacheKey = `${language} ${key}`
  let format = formats.get(cacheKey)
  if (!format) {
    const pattern = catalogues[language][key]
    if (pattern === undefined) throw new Error(`No message "${key}" in ${language}`)
    format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true })
    formats.set(cacheKey, format)
  }
  return String(format.format(params))
}

export type Translator = (key: MessageKey, params?: Params) => string

/** `translate` for one language. */
export function translatorFor(language: Language): Translator {
  return (key, params) => translate(language, key, params)
}

/**
 * A reason why something is not possible, as a sentence in the person's language; a field has the name that the screen
 * uses, and of a long title only the first words are quoted.
 */
export function sayRefusal(language: Language, { key, field, params = {} }: Refusal): string {
  const name = field !== undefined && isWithin({ field, where: params.where }) ? FIELD_NAMES[field] : undefined
  return translate(language, key, {
    ...params,
    ...(name ? { where: placeIn(language, { ...params, where: translate(language, name) }) } : {}),
    ...(typeof params.title === 'string' ? { title: opening(params.title, KEPT_OF_TITLE) } : {}),
  })
}

/** A field, and the block or the link within it if one is named: “Text, contact 2”. */
function placeIn(language: Language, { where, block, number = '', words = '' }: Params & { where: string }): string {
  return block ? translate(language, 'refusal.place-in-text', { where, block, number, words }) : where
}

/** Does `where` name the field, or places in it (`sources.0, sources.2`)? */
function isWithin({ field, where }: { field: string; where: string | number | undefined }): boolean {
  return String(where)
    .split(', ')
    .every((one) => one === field || one.startsWith(`${field}.`))
}

/** The language of our own messages for a person who requests `wanted`; English if we do not have it. */
export function nearestLanguage(wanted: string | null | undefined): Language {
  const code = (wanted ?? '').slice(0, 2).toLowerCase()
  return LANGUAGES.find((language) => language === code) ?? 'en'
}
