import { askedAt, nameOfAsked } from './asked'
import { type KeptPages, keptPages } from './keptPages'
import { pageFor } from './pageAt'
import { askPublished } from './publishedNow'
import type { ReaderDatabase } from './queries'
import { respond } from './respond'
import { writePage } from './writtenPage'

export type Site = {
  /** Answers a request for any page of the reader. */
  answer: (request: Pick<Request, 'url' | 'headers'>) => Promise<Response>
  size: KeptPages['size']
}

/**
 * The site of one server: pages are made once and then answered from memory, until something is published that they may
 * show. Each answer includes everything that was acknowledged before its request. `bytes` is the size of the memory;
 * with 0 nothing is kept.
 */
export function siteOf({
  database,
  origin,
  bytes,
}: {
  database: ReaderDatabase
  /** The address of the site for readers; what a request says about it is ignored. */
  origin: () => Promise<string>
  bytes: number
}): Site {
  const published = askPublished(database)
  const pages = keptPages({ bytes })
  return {
    async answer(request) {
      const { pathname, searchParams } = new URL(request.url)
      const now = await published()
      const { heads, apart } = now
      const asked = askedAt({ path: pathname, search: searchParams, heads, apart })
      const make = async (wanted = asked) =>
        writePage(await pageFor({ asked: wanted, origin: await origin(), source: { ...database, heads, apart } }))
      const untouched = asked.is === 'version' ? { ...asked, ticked: new Set<number>() } : asked
      const page = await pages.page({
        name: nameOfAsked(asked),
        tag: now.tagOf(asked),
        tagOfAll: now.tag,
        make: () => make(untouched),
      })
      // A page with ticks is not kept. A tick without a box is ignored.
      const ticked = asked.is === 'version' ? [...asked.ticked].filter((box) => box <= page.boxes) : []
      if (asked.is !== 'version' || ticked.length === 0) return respond(page, request)
      return respond(await make({ ...asked, ticked: new Set(ticked) }), request)
    },
    size: pages.size,
  }
}
