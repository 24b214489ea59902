/**
 * The headers of every answer of the server, pages, data and pictures: the browser uses the declared content type, and
 * tells no other site where its reader comes from. If the site uses https:, the browser uses only that for the next two
 * years.
 */
export function headersOfEveryAnswer({ isSecure }: { isSecure: boolean }): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...(isSecure ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** An answer that is not a page: nothing in it is run or shown in a frame. */
export const POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Is this server reached by https:? Its configured address decides, not the request: there may be a proxy in between.
 */
export function isSecureSite(serverURL: string | undefined): boolean {
  return (serverURL ?? '').startsWith('https:')
}
