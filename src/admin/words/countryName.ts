import type { Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import type { Country } from '@/stored/countries'

/** Do our messages contain the name of this country? */
export function isNamedByUs(code: string): boolean {
  return `words.country.${code}` in catalogues.en
}

/** A country's name: from our messages if they contain it, else as an administrator wrote it, else its code. */
export function countryName({
  code,
  countries,
  language,
}: {
  code: string
  countries: readonly Country[]
  language: Language
}): string {
  const words: Record<string, string> = catalogues[language]
  const known = words[`words.country.${code}`]
  if (known) return known
  const name = countries.find((country) => country.code === code)?.name
  return name?.[language] ?? name?.en ?? Object.values(name ?? {})[0] ?? code.toUpperCase()
}
