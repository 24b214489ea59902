import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { baseEntries, baseFrom } from '@/domain/sectionBaseline'
import { isFromOther } from '@/domain/translatedFrom'
import { loadContents } from './commonBase'
import type { ListedVersion } from './listedVersions'
import { loadTranslationLags } from './translationLags'
import { loadVariantSectionsById } from './variants'

/** The languages in which a section is behind, by its revision and the common text on which it stands. */
const known = new LRUCache<string, readonly Language[]>({ max: 20_000 })

/**
 * The languages in which the translation of each of these sections of a version is behind the common text. Only sections are read
 * of which a translation was made from another release than that on which they stand, and each revision once.
 */
export async function loadBehindLanguages({
  req,
  version: { variant, own, start, entryIn },
  keys,
  sourceLanguage,
}: {
  req: PayloadRequest
  version: ListedVersion
  keys: ReadonlySet<string>
  sourceLanguage: Language
}): Promise<Map<string, readonly Language[]>> {
  const asked = own.flatMap((section) => {
    const { baseline, id, key, mode, rev, translated, updatedAt } = section
    const isMoved = translated.some((language) => isFromOther({ own: section, language, start: start.id }))
    if (!keys.has(key) || mode === 'omit' || !isMoved) return []
    const entries = baseEntries({ baseline, start: start.id, entryIn: (release) => entryIn(release, key) })
    if (!entries) return []
    const blobs = [entries.title, entries.summary, entries.body].map(({ blob }) => blob)
    return [{ id, key, entries, name: JSON.stringify([id, rev, updatedAt, blobs, variant.languages, sourceLanguage]) }]
  })
  const behind = new Map(asked.map(({ key, name }) => [key, known.get(name)]))
  const unknown = asked.filter(({ key }) => behind.get(key) === undefined)
  if (unknown.length > 0) {
    const texts = await loadVariantSectionsById({ req, ids: unknown.map(({ id }) => id) })
    const contentOf = await loadContents({ req, entries: unknown.map(({ entries }) => entries) })
    const base = unknown.map(({ entries }) => baseFrom(entries, contentOf))
    const lags = await loadTranslationLags({ req, variant, sourceLanguage, base, own: [...texts.values()] })
    for (const { key, name } of unknown) {
      const languages = variant.languages.filter((language) => lags.get(key)?.[language])
      known.set(name, languages)
      behind.set(key, languages)
    }
  }
  return new Map([...behind].map(([key, languages = []]) => [key, languages]))
}
