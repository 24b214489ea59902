import type { ByLanguage, Language } from '../domain/language'
import { catalogues } from './catalogues'

/**
 * A country's name: from our messages if they contain it, else as an administrator wrote it (`given`), else its code.
 */
export function nameOfCountry({
  code,
  given = {},
  language,
}: {
  code: string
  given?: ByLanguage<string> | undefined
  language: Language
}): string {
  const words: Record<string, string> = catalogues[language]
  const known = words[`words.country.${code}`]
  if (known) return known
  return given[language] ?? given.en ?? Object.values(given)[0] ?? code.toUpperCase()
}
