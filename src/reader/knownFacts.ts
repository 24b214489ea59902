import { LRUCache } from 'lru-cache'
import type { SectionFacts } from './outline'
import type { ReaderSource } from './source'

/** About three hundred bytes each. */
const MOST_KNOWN = 20_000

/**
 * A query for the facts about contents that reads each content once: a content never changes under its hash, and every
 * page of a release lists the titles of all its sections. It answers for all requested hashes, however many are dropped
 * from memory in the meantime. Contents that cannot be read are left out, and are asked for again the next time.
 */
export function knownFacts({
  contents,
  most = MOST_KNOWN,
}: Pick<ReaderSource, 'contents'> & { most?: number }): ReaderSource['facts'] {
  const known = new LRUCache<string, SectionFacts>({ max: most })
  return async (hashes) => {
    const facts = new Map<string, SectionFacts>()
    const unknown: string[] = []
    for (const hash of hashes) {
      const found = known.get(hash)
      if (found) facts.set(hash, found)
      else unknown.push(hash)
    }
    for (const [hash, content] of await contents(unknown)) {
      if (content instanceof Error) continue
      const { title, stages } = content
      known.set(hash, { title, stages })
      facts.set(hash, { title, stages })
    }
    return facts
  }
}
