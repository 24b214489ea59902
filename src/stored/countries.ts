import type { PayloadRequest, Where } from 'payload'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { asByLanguage, asChoices, asRecord, asText } from './parse'

/** A country that an administrator has added and that can have national versions, and the languages that it writes in. */
export type Country = { code: string; name: ByLanguage<string>; languages: Language[] }

export function loadCountries({ req }: { req: PayloadRequest }): Promise<Country[]> {
  return countriesWhere(req, {})
}

/** A country by its code; undefined if it does not exist or is not for this person. */
export async function loadCountry({
  req,
  country,
}: {
  req: PayloadRequest
  country: string
}): Promise<Country | undefined> {
  return (await countriesWhere(req, { id: { equals: country } }))[0]
}

async function countriesWhere(req: PayloadRequest, where: Where): Promise<Country[]> {
  const { docs } = await req.payload.find({
    collection: 'countries',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'id',
    where,
  })
  return docs.map(asRecord).map(({ id, name, languages }) => ({
    code: String(id),
    name: asByLanguage(name, asText),
    languages: asChoices(languages, LANGUAGES),
  }))
}
