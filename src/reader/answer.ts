import { pageAt } from './pageAt'
import { readerSource, siteOrigin } from './queries'
import { respond } from './respond'

/** Answers a request for any page of the reader. */
export async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const [source, origin] = await Promise.all([readerSource(), siteOrigin()])
  const page = await pageAt({
    path: url.pathname,
    search: url.searchParams,
    // Behind a proxy a request does not know where readers find the site.
    origin: origin ?? url.origin,
    source,
  })
  return respond(page, request)
}
