/**
 * What every answer of the server carries, pages, data and pictures: the browser takes the kind of an answer as it is
 * said, and tells no other site where its reader comes from. Where the site is at https:, the browser does not try
 * anything else for the next two years.
 */
export function headersOfEveryAnswer({ isSecure }: { isSecure: boolean }): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** An answer that is no page: nothing in it is run or shown in a frame. */
export const POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Is this server reached by https:? What it says of its own address decides, not the request: a proxy may stand between. */
export function isSecureSite(serverURL: string | undefined): boolean {
  return (serverURL ?? '').startsWith('https:')
}
