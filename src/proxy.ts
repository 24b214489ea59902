import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { adminPolicy } from './headers/adminPolicy'
import { headersOfEveryAnswer, isSecureSite } from './headers/securityHeaders'

/**
 * Before each page of the admin: its content security policy, with a number that no other answer has, and that nobody
 * keeps the page, since drafts are in it. Next puts the number on the scripts that it writes. No access is decided here.
 *
 * Only the admin comes through here: Next reads the body of what does into memory, and cuts off what is longer than
 * 10 MB. The API and the site bring their own headers (endpoints/apiRoutes.ts, reader/respond.ts).
 */
export function proxy(request: NextRequest): NextResponse {
  // Pages that Next brings along, which it lets everybody keep for a year: at these addresses is nothing of ours.
  if (!request.nextUrl.pathname.startsWith('/admin'))
    return NextResponse.rewrite(new URL('/nothing/is/here', request.url))
  // Screens call the server by a function of its own name (admin/serverFunctions); a form that is sent to a page is none.
  if (!['GET', 'HEAD'].includes(request.method) && !request.headers.has('next-action'))
    return new NextResponse(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
  const policy = adminPolicy({
    nonce: randomBytes(18).toString('base64'),
    isDevelopment: process.env.NODE_ENV === 'development',
  })
  const asked = new Headers(request.headers)
  asked.set('Content-Security-Policy', policy)
  const answer = NextResponse.next({ request: { headers: asked } })
  const headers = {
    ...headersOfEveryAnswer({ isSecure: isSecureSite(process.env.SERVER_URL) }),
    // The origin of a form is told to our own server, which asks for it.
    'Referrer-Policy': 'same-origin',
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  }
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

export const config = {
  matcher: ['/admin', '/admin/:path*', '/404', '/500', '/_error', '/_not-found', '/_global-error'],
}
