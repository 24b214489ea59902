import { readerDatabase, siteOrigin } from './queries'
import { siteOf } from './site'

/** The default size of the site's cache in megabytes, without SITE_MEMORY_MB. */
const USUAL_MEGABYTES = 64

/** Answers a request for any page of the reader. */
export const { answer } = siteOf({
  database: readerDatabase(),
  origin: siteOrigin,
  bytes: megabytesIn(process.env.SITE_MEMORY_MB) * 1024 * 1024,
})

function megabytesIn(given: string | undefined): number {
  const megabytes = Number(given || USUAL_MEGABYTES)
  if (!(megabytes >= 0)) throw new Error(`SITE_MEMORY_MB is a number of megabytes, and not “${given}”`)
  return megabytes
}
