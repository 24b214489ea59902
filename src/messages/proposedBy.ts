import type { Language } from '../domain/language'
import { nameOfCountry } from './countryName'
import type { Translator } from './translate'

/** Names the countries whose proposals a text contains: “Proposed by Ireland and Cyprus”; null if there are none. */
export function sayProposedBy({
  codes,
  language,
  t,
}: {
  codes: readonly string[]
  language: Language
  t: Translator
}): string | null {
  if (codes.length === 0) return null
  const names = [...new Set(codes)].map((code) => nameOfCountry({ code, language }))
  return t('words.proposed-by', { countries: new Intl.ListFormat(language).format(names) })
}
