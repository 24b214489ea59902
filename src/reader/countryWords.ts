import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { translate } from '@/messages/translate'
import type { ReaderCountry } from './records'

/** A country's name in the forms that sentences need: articles and cases differ from country to country. */
export type CountryWords = {
  /** Ireland · Irlande */
  name: string
  /** At the beginning of a sentence: Ireland · L’Irlande */
  subject: string
  /** by Ireland · par l’Irlande */
  by: string
  /** for Ireland · pour l’Irlande */
  for: string
}

/** Countries whose forms the catalogues contain. */
const KNOWN = ['cy', 'es', 'fr', 'ie', 'it', 'gb', 'ch', MASTER] as const

/** The forms from the catalogue; for any other country its name, in forms that need no article. */
export function countryWords(country: ReaderCountry, language: Language): CountryWords {
  const known = KNOWN.find((code) => code === country.code)
  if (known)
    return {
      name: translate(language, `words.country.${known}`),
      subject: translate(language, `words.country-subject.${known}`),
      by: translate(language, `words.country-by.${known}`),
      for: translate(language, `words.country-for.${known}`),
    }
  const name = country.name[language] ?? country.name.en ?? country.code.toUpperCase()
  return {
    name,
    subject: translate(language, 'words.country-subject.other', { country: name }),
    by: translate(language, 'words.country-by.other', { country: name }),
    for: translate(language, 'words.country-for.other', { country: name }),
  }
}
