import type { Payload } from 'payload'
import { LANGUAGES, type Language } from '@/domain/language'
import { translate } from '@/messages/translate'

/** The countries of the sample project with the languages in which they write. */
const COUNTRIES: Record<string, Language[]> = {
  ch: ['de', 'fr', 'it'],
  cy: ['el', 'en'],
  es: ['es'],
  fr: ['fr'],
  gb: ['en'],
  ie: ['en'],
  it: ['it'],
}

/** Creates the missing countries, with their names in all languages. */
export async function ensureCountries(payload: Payload): Promise<void> {
  for (const [id, languages] of Object.entries(COUNTRIES)) {
    const { totalDocs } = await payload.count({
      collection: 'countries',
      overrideAccess: true,
      where: { id: { equals: id } },
    })
    if (totalDocs > 0) continue
    const shared = { collection: 'countries', overrideAccess: true } as const
    await payload.create({ ...shared, locale: 'en', data: { id, name: nameOf('en', id), languages } })
    for (const locale of LANGUAGES.filter((one) => one !== 'en')) {
      await payload.update({ ...shared, id, locale, data: { name: nameOf(locale, id) } })
    }
  }
}

function nameOf(language: Language, id: string): string {
  return translate(language, `words.country.${id}` as 'words.country.ie')
}
