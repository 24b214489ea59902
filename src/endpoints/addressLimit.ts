/** The address that receives requests with a query that is too long to be read (readableRequests.ts). */
export const TOO_LONG = '/api/address-too-long'

/**
 * The limits of a query. For every address, Next looks each parameter up among all of them, in time that grows with the
 * square of their number (16.4.6). A list with the hundred conditions that it may have (questionProblem.ts), its
 * columns and its order stays below the limit; a longer search is sent in the body.
 */
const MOST_PARAMETERS = 300
const LONGEST_QUERY = 12 * 1024

/** The address that receives requests with too many cookies. */
export const TOO_MANY_COOKIES = '/api/too-many-cookies'

/**
 * Next writes all cookies again for each of them before it answers (16.4.6): 2,700 of one letter took it six seconds.
 */
const MOST_COOKIES = 150

/**
 * Are there more cookies than are read? A site that shares its domain gets those of others too, which are some dozens.
 */
export function areTooMany(cookies: string): boolean {
  return cookies.split(';', MOST_COOKIES + 1).length > MOST_COOKIES
}

/** Is the query longer than is read? */
export function isTooLong(address: string): boolean {
  const start = address.indexOf('?')
  if (start === -1) return false
  const query = address.slice(start + 1)
  return query.length > LONGEST_QUERY || query.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS
}
