import { LRUCache } from 'lru-cache'
import type { Language } from '@/domain/language'
import { mayBeRegrouped, regroupedIn } from '@/domain/regroupedPairs'
import type { Release } from '@/domain/release'
import type { Regrouping } from '@/domain/updates/updates'
import { blobsOf, placedChange } from './releaseChange'
import type { ReaderSource } from './source'

/** In characters of JSON: most pairs of releases have none, and one section that was divided in two takes a hundred. */
const MOST_KNOWN = 4_000_000

type Asked = { before: Release; after: Release; language: Language }

/**
 * A query for the sections that were divided or joined from one release to the next. It reads the texts of all that differ, so it does
 * that once for two releases and a language: neither ever changes, and the page of each single section asks for it. Throws if a
 * text cannot be read; it is read again then.
 */
export function knownRegroupings({
  contents: contentsOf,
  changes,
}: Pick<ReaderSource, 'contents' | 'changes'>): ReaderSource['regroupings'] {
  const known = new LRUCache<string, Regrouping[], Asked>({
    maxSize: MOST_KNOWN,
    sizeCalculation: (one) => JSON.stringify(one).length,
    fetchMethod: (_name, _stale, { context }) => found(context),
    // Whoever waits gets it, even if others need its place meanwhile.
    ignoreFetchAbort: true,
  })
  return async (asked) => {
    const { before, after, language } = asked
    if (!mayBeRegrouped({ before: before.manifest, after: after.manifest })) return []
    return (await known.fetch([before.id, after.id, language].join(), { context: asked })) ?? []
  }

  async function found({ before, after, language }: Asked): Promise<Regrouping[]> {
    const differing = await changes({ before, after, language })
    const contents = await contentsOf([...new Set(differing.flatMap(blobsOf))])
    return regroupedIn({
      pairs: differing.map((change) => placedChange(change, contents)),
      language,
      source: after.about.sourceLanguage,
      languagesBefore: before.languages,
    })
  }
}
