import { LRUCache } from 'lru-cache'
import type { ReaderSource } from './source'

/** In characters of JSON: some eighty releases of three hundred sections. */
const MOST_KNOWN = 16_000_000

/**
 * A query for releases that reads and checks each one once: a release never changes, every page needs one to three of
 * them, and checking one of three hundred sections takes longer than showing a section. Simultaneous requests share one
 * query; a release that could not be read is asked for again. Callers must not change what they get.
 */
export function knownReleases({
  release,
  most = MOST_KNOWN,
}: Pick<ReaderSource, 'release'> & { most?: number }): ReaderSource['release'] {
  const known = new LRUCache<string, NonNullable<Awaited<ReturnType<typeof release>>>>({
    maxSize: most,
    sizeCalculation: (one) => JSON.stringify(one).length,
    fetchMethod: (id) => release(id),
    // Whoever waits for a release gets it, even if others need its place meanwhile.
    ignoreFetchAbort: true,
  })
  return (id) => known.fetch(id)
}
