import { gunzipSync } from 'node:zlib'
import { headersOfEveryAnswer, isSecureSite } from '@/headers/securityHeaders'
import type { WrittenPage } from './writtenPage'

/** No script, no frame, no form to other sites: a page can only show what we serve. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cache-Control': 'public, max-age=0, must-revalidate',
} as const

/**
 * The answer to a request for this page; without the page if the browser has it. Next compresses what it sends, and
 * removes the header that would say that something is already compressed (16.4.6).
 */
export function respond(page: WrittenPage, { headers: sent }: Pick<Request, 'headers'>): Response {
  // The ticks of a checklist are in the address, which other sites must not see (Referrer-Policy).
  const everywhere = headersOfEveryAnswer({ isSecure: isSecureSite(process.env.SERVER_URL) })
  const headers = { ...everywhere, ...HEADERS, ETag: page.tag, 'Content-Language': page.language }
  if (page.status === 200 && knows(sent.get('if-none-match'), page.tag))
    return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(gunzipSync(page.gzipped)), { status: page.status, headers })
}

/** The tags in a request are compared as weak ones, because a proxy may have made them weak or strong. */
function knows(sent: string | null, tag: string): boolean {
  return (sent ?? '').split(',').some((one) => opaque(one.trim()) === opaque(tag))
}

const opaque = (tag: string) => tag.replace(/^W\//, '')
