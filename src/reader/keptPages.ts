import { LRUCache } from 'lru-cache'
import type { WrittenPage } from './writtenPage'

/** The size of an entry besides the page and its name (measured: `npm run bench -- site`). */
const ENTRY_BYTES = 1_000

/** The share of the cache for pages that say that there is nothing to read. */
const SHARE_OF_MISSING = 1 / 16

export type KeptPages = {
  /** The page with this name: cached, being made, or made now. A page that could not be made, or not completely, is not kept. */
  page: (asked: Wanted) => Promise<WrittenPage>
  /** How many pages are kept, how many bytes they take, and how many pages are being made. */
  size: () => { pages: number; bytes: number; underWay: number }
}

type Wanted = {
  name: string
  /** The publications that the page shows, if there are any. */
  tag: string
  /** All publications, because a page that says that an address is unknown may name any of them. */
  tagOfAll: string
  make: () => Promise<WrittenPage>
}

/**
 * A cache of pages by what they show: with another tag a page is another one, and the least recently used is dropped
 * first. The number of unknown addresses is unlimited, so their pages have a small share of their own, and replace no
 * other. With 0 bytes each request makes its page.
 */
export function keptPages({ bytes }: { bytes: number }): KeptPages {
  if (bytes === 0) return { page: ({ make }) => make(), size: () => ({ pages: 0, bytes: 0, underWay: 0 }) }
  const kept = memoryOf(bytes * (1 - SHARE_OF_MISSING))
  const missing = memoryOf(bytes * SHARE_OF_MISSING)
  const underWay = new Map<string, Promise<WrittenPage>>()
  return {
    page({ name, tag, tagOfAll, make }) {
      const [nameThere, nameNowhere] = [`${tag} ${name}`, `${tagOfAll} ${name}`]
      const known = kept.get(nameThere) ?? missing.get(nameNowhere)
      if (known) return Promise.resolve(known)
      const begun = underWay.get(nameNowhere)
      if (begun) return begun
      const making = make()
        .then((page) => {
          if (page.isPartial) return page
          if (page.status === 200) kept.set(nameThere, page)
          else missing.set(nameNowhere, page)
          return page
        })
        .finally(() => underWay.delete(nameNowhere))
      underWay.set(nameNowhere, making)
      return making
    },
    size: () => ({
      pages: kept.size + missing.size,
      bytes: kept.calculatedSize + missing.calculatedSize,
      underWay: underWay.size,
    }),
  }
}

/** Pages of at most this many bytes together. A single larger one is not kept. */
function memoryOf(bytes: number): LRUCache<string, WrittenPage> {
  return new LRUCache({
    maxSize: Math.ceil(bytes),
    sizeCalculation: ({ gzipped }, name) => gzipped.byteLength + name.length + ENTRY_BYTES,
  })
}
