import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { ADDRESS_HEADER } from './admin/frame/addressHeader'
import { isReadableCall, MOST_CALL_BYTES } from './admin/serverFunctions/readableCall'
import { adminPolicy } from './headers/adminPolicy'
import { headersOfEveryAnswer, isSecureSite } from './headers/securityHeaders'

/**
 * Runs before each page of the admin: sets its content security policy, with a unique nonce, and forbids caching,
 * because pages contain drafts. Next puts the nonce on the scripts that it writes. No access is decided here; an
 * unreadable call of a server function is answered like an unknown address.
 *
 * Only the admin uses this: Next reads the body of such a request into memory, and truncates it at 10 MB. The API and
 * the site set their own headers (endpoints/apiRoutes.ts, reader/respond.ts).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  // Built-in pages of Next, which it allows everybody to cache for a year, and its drawing of pictures at other sizes:
  // nothing of ours has these addresses.
  if (!request.nextUrl.pathname.startsWith('/admin'))
    return NextResponse.rewrite(new URL('/nothing/is/here', request.url))
  // Screens call the server with a function of its own name (admin/serverFunctions); a form that is sent to a page is
  // not such a call.
  if (!['GET', 'HEAD'].includes(request.method)) {
    const status = await problemOfCall(request)
    if (status)
      return new NextResponse(null, { status, ...(status === 405 ? { headers: { Allow: 'GET, HEAD' } } : {}) })
  }
  const policy = adminPolicy({
    nonce: randomBytes(18).toString('base64'),
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const asked = new Headers(request.headers)
  asked.set('Content-Security-Policy', policy)
  asked.set(ADDRESS_HEADER, addressOf(request.nextUrl))
  const answer = NextResponse.next({ request: { headers: asked } })
  const headers = {
    ...headersOfEveryAnswer({ isSecure: isSecureSite(process.env.SERVER_URL) }),
    // The origin of a form is sent to our own server, which checks it.
    'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  }
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

/** Without what Next adds when a page changes without being loaded. */
function addressOf({ pathname, searchParams }: URL): string {
  const query = new URLSearchParams(searchParams)
  query.delete('_rsc')
  return query.size > 0 ? `${pathname}?${query}` : pathname
}

/** Why a call of a server function is refused, as the status of the answer; otherwise undefined. */
async function problemOfCall(request: NextRequest): Promise<403 | 404 | 405 | 411 | 413 | undefined> {
  const { headers } = request
  const to = headers.get('next-action')
  if (request.method !== 'POST' || to === null) return 405
  if (!isFromHere(headers)) return 403
  const length = headers.get('content-length')
  // It would be read to its end before its length is known.
  if (length === null) return 411
  if (Number(length) > MOST_CALL_BYTES) return 413
  const kind = headers.get('content-type') ?? ''
  return isReadableCall({ to, kind, text: await request.text() }) ? undefined : 404
}

/** As Next decides it, which answers a call from another site with a server error (16.4.6). */
function isFromHere(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (origin === null) return true
  const here = headers.get('x-forwarded-host')?.split(',')[0]?.trim() || headers.get('host')
  return URL.canParse(origin) && new URL(origin).host === here
}

export const config = {
  matcher: [
    '/admin',
    '/admin/:path*',
    '/404',
    '/500',
    '/_error',
    '/_not-found',
    '/_global-error',
    '/_next/image/:path*',
  ],
}
