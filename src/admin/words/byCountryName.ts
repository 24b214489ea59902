import type { Language } from '@/domain/language'
import type { Country } from '@/stored/countries'
import { countryName } from './countryName'

/** Rows about countries in the order of the countries' names in the language of the page. */
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
}): Row[] {
  return rows
    .map((row) => ({ row, name: countryName({ code: codeOf(row), countries, language }) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
    .map(({ row }) => row)
}
