import type { Language } from '@/domain/language'
import type { MessageKey } from '@/messages/catalogues'
import { translate } from '@/messages/translate'

/** A label of the editor in each of our languages; Payload uses the person's language. */
export type Words = Record<Language, string>

/** A message of the catalogues as a label, so that the editor uses the same words as the site and the comparison. */
export function wordsOf(key: MessageKey): Words {
  return {
    en: translate('en', key),
    fr: translate('fr', key),
    es: translate('es', key),
    it: translate('it', key),
    el: translate('el', key),
    de: translate('de', key),
  }
}

/** The names of a block: singular and plural. */
export function labelsOf(singular: Words, plural: Words): { singular: Words; plural: Words } {
  return { singular, plural }
}

export const TITLE = wordsOf('diff.section.title')

export const NOTE = wordsOf('diff.field.note')

export const WEB_ADDRESS = wordsOf('diff.field.url')
