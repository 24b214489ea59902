import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { catalogues } from '@/messages/catalogues'
import { asByLanguage, asChoices, asRecord, asText } from '@/stored/parse'

/** A country that can have national versions. */
export type Country = { code: string; name: ByLanguage<string>; languages: Language[] }

export async function loadCountries({ req }: { req: PayloadRequest }): Promise<Country[]> {
  const { docs } = await req.payload.find({
    collection: 'countries',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'id',
  })
  return docs.map((doc) => {
    const given = asRecord(doc)
    return {
      code: String(doc.id),
      name: asByLanguage(given.name, asText),
      languages: asChoices(given.languages, LANGUAGES),
    }
  })
}

/** Do we have words of our own for the name of this country? */
export function isNamedByUs(code: string): boolean {
  return `words.country.${code}` in catalogues.en
}

/** A country's name: from our own words where they have it, else as an administrator wrote it, else its code. */
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
