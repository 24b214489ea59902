import { styleAddress, styleSheet } from '@/reader/style/styleSheet'

export const dynamic = 'force-dynamic'

/** The style sheet, at an address that changes with its content. */
export function GET(request: Request): Response {
  // During an update a page of the other version may request it: it gets the current one, which is not cached.
  const isCurrent = new URL(request.url).pathname === styleAddress
  return new Response(styleSheet, {
    headers: {
      'Content-Type': 'text/css; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
    },
  })
}
