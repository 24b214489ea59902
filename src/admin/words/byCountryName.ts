import type { Language } from '@/domain/language'
import { nameOrder } from '@/messages/nameOrder'
import type { Country } from '@/stored/countries'
import { countryName } from './countryName'

/** A country with its name in the language of the page. */
export type NamedCountry = { code: string; name: string }

/** Rows about countries, each with its country, in the order of the countries' names in the language of the page. */
export function byCountryName<Row>({
  rows,
  codeOf,
  countries,
  language,
}: {
  rows: readonly Row[]
  codeOf: (row: Row) => string
  countries: readonly Country[]
  language: Language
}): { row: Row; country: NamedCountry }[] {
  const byName = nameOrder(language)
  return rows
    .map((row) => ({ row, code: codeOf(row) }))
    .map(({ row, code }) => ({ row, country: { code, name: countryName({ code, countries, language }) } }))
    .toSorted((one, other) => byName(one.country, other.country))
}
