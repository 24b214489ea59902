import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { isTreatedTheSame, saysTheSame, whatBecame } from '@/domain/became'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { TEXT_FIELDS } from '@/domain/section'
import { contentIn } from './contentIn'
import type { Pinned } from './releaseChange'
import type { ReaderSource } from './source'

/** As many as differences are kept (see `knownDifferences`): each is a line of some two hundred characters. */
const MOST_KNOWN = 20_000

/**
 * A query for what became of each section from one release to the next. It compares two texts once: contents never
 * change under their hashes, and anybody can request a page again and again. Throws if a text that must be compared
 * cannot be read.
 */
export function knownChanges({ contents: contentsOf }: Pick<ReaderSource, 'contents'>): ReaderSource['changes'] {
  const known = new LRUCache<string, boolean>({ max: MOST_KNOWN })
  return async ({ before, after, language }) => {
    const read = { languages: [language], source: after.about.sourceLanguage, languagesBefore: before.languages }
    const isPublished = before.languages.includes(language)
    const earlier = new Map(before.manifest.map((entry) => [entry.key, entry]))
    const same = new Map<string, boolean>()
    const unknown: { was: ManifestEntry; is: ManifestEntry; name: string }[] = []
    for (const is of after.manifest) {
      const was = earlier.get(is.key)
      if (!was) continue
      const isTreatedSo = isTreatedTheSame({ was, is, ...read })
      if (!isTreatedSo || (was.blob === is.blob && isPublished)) {
        same.set(is.key, isTreatedSo)
        continue
      }
      const name = [nameOf(was, language), nameOf(is, language), language, read.source, isPublished].join()
      const found = known.get(name)
      if (found === undefined) unknown.push({ was, is, name })
      else same.set(is.key, found)
    }
    const contents = await contentsOf(unknown.flatMap(({ was, is }) => [was.blob, is.blob]))
    for (const { was, is, name } of unknown) {
      const [from, to] = [contentIn(contents, was.blob), contentIn(contents, is.blob)]
      const isSame = saysTheSame({ was: { entry: was, content: from }, is: { entry: is, content: to }, ...read })
      known.set(name, isSame)
      same.set(is.key, isSame)
      // Other requests are answered in between.
      await setImmediate()
    }
    const changes = whatBecame<Pinned>({
      before: before.manifest.map((entry) => ({ entry })),
      after: after.manifest.map((entry) => ({ entry })),
      isSame: (_, { entry: is }) => same.get(is.key) === true,
    })
    return changes.filter(({ became }) => became !== 'same')
  }
}

/** Everything on one side that the displayed words depend on. */
function nameOf({ blob, mode, provenance }: ManifestEntry, language: Language): string {
  const missing = TEXT_FIELDS.filter((field) => provenance[field]?.[language] === 'missing')
  return [blob, mode === 'omit' ? 'left out' : 'used', ...missing].join(' ')
}
