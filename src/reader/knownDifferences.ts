import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { contentIn } from './contentIn'
import { type Difference, type DifferenceInShort, differenceOf } from './difference'
import type { ReaderSource } from './source'

/** About two hundred bytes each. Thirty versions of a hundred sections in six languages are 18,000. */
const MOST_KNOWN = 20_000

/**
 * A query for the differences of all sections of a release. Texts are compared once: a content never changes under its
 * hash, and comparing a whole version takes half a second of processor time, which anybody could request again and
 * again. Throws if a text cannot be read.
 */
export function knownDifferences({
  contents: contentsOf,
}: Pick<ReaderSource, 'contents'>): ReaderSource['differences'] {
  const known = new LRUCache<string, DifferenceInShort>({ max: MOST_KNOWN })
  return async ({ manifest, language }) => {
    const differences = new Map<string, DifferenceInShort>()
    const unknown: ManifestEntry[] = []
    for (const entry of manifest) {
      const difference = known.get(nameOf({ entry, language }))
      if (difference) differences.set(entry.key, difference)
      else unknown.push(entry)
    }
    const contents = await contentsOf(unknown.flatMap(({ blob, baseBlob }) => [blob, baseBlob ?? blob]))
    for (const entry of unknown) {
      const content = contentIn(contents, entry.blob)
      const name = nameOf({ entry, language })
      const base = entry.baseBlob ? contentIn(contents, entry.baseBlob) : undefined
      // Another request at the same moment may have found it in the meantime.
      const difference = known.get(name) ?? inShort(differenceOf({ entry, content, base, language }))
      known.set(name, difference)
      differences.set(entry.key, difference)
      // Other requests are answered in between.
      await setImmediate()
    }
    return differences
  }
}

/** Everything that a difference depends on. */
function nameOf({ entry, language }: { entry: ManifestEntry; language: Language }): string {
  const { mode, blob, baseBlob = '', provenance } = entry
  return [mode, blob, baseBlob, language, provenance.summary?.[language] ?? ''].join()
}

function inShort(difference: Difference): DifferenceInShort {
  return difference.is === 'different' ? { is: 'different', places: difference.change.counts.changes } : difference
}
