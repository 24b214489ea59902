import type { PayloadRequest } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import { asChoices, asRecord, asText } from './parse'

/** A country that an administrator has added, and the languages that it writes in. */
export type Country = { id: string; languages: Language[] }

export async function loadCountry({
  req,
  country,
}: {
  req: PayloadRequest
  country: string
}): Promise<Country | undefined> {
  const { docs } = await req.payload.find({
    collection: 'countries',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    where: { id: { equals: country } },
  })
  const { id, languages } = asRecord(docs[0])
  return docs[0] ? { id: asText(id), languages: asChoices(languages, LANGUAGES) } : undefined
}
