import { createHash } from 'node:crypto'
import { headersOfEveryAnswer, isSecureSite } from '@/headers/securityHeaders'
import type { Page } from './pageAt'

/** No script, no frame, no form to elsewhere: a page can only show what we serve. */
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
 * A page as HTML without a script. The entity tag is made from what is sent: a page changes not only with its release
 * but also when a newer one appears or one is withdrawn.
 */
export async function respond(page: Page, request: Request): Promise<Response> {
  // Next forbids this module in a static import; at run time it is React's own and ships nothing to the browser.
  const { renderToStaticMarkup } = await import('react-dom/server')
  const html = `<!doctype html>${renderToStaticMarkup(page.element)}`
  const tag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`
  // The ticks of a checklist are in the address: no other site shall see them (Referrer-Policy).
  const everywhere = headersOfEveryAnswer({ isSecure: isSecureSite(process.env.SERVER_URL) })
  const headers = { ...everywhere, ...HEADERS, ETag: tag, 'Content-Language': page.language }
  if (page.status === 200 && knows(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers })
  return new Response(html, { status: page.status, headers })
}

/** A proxy that compressed the page may have made the tag a weak one. */
function knows(sent: string | null, tag: string): boolean {
  return (sent ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)
}
