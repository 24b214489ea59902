import type { Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { nameOfCountry } from '@/messages/countryName'
import type { Country } from '@/stored/countries'

/** Do our messages contain the name of this country? */
export function isNamedByUs(code: string): boolean {
  return `words.country.${code}` in catalogues.en
}

/** The name of one of these countries, or of a country that is not among them. */
export function countryName({
  code,
  countries,
  language,
}: {
  code: string
  countries: readonly Country[]
  language: Language
}): string {
  return nameOfCountry({ code, given: countries.find((country) => country.code === code)?.name, language })
}
