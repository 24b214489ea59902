/** Where a request comes to whose address is not read, because it asks too much (readableRequests.ts). */
export const TOO_LONG = '/api/address-too-long'

/**
 * How much an address may ask. Next looks each name up among all of them, for every kind of address, in time that grows
 * with the square of their number (16.4.6). A list with the hundred conditions that it may have (questionProblem.ts), its
 * columns and its order stays below; a search that needs more is sent in the body.
 */
const MOST_PARAMETERS = 300
const LONGEST_QUERY = 12 * 1024

/** Where a request comes to with more cookies than are read. */
export const TOO_MANY_COOKIES = '/api/too-many-cookies'

/** Next writes all cookies anew for each of them before it answers (16.4.6): 2,700 of one letter took it six seconds. */
const MOST_COOKIES = 150

/** Are there more than are read? A site whose domain is shared with others gets theirs too, which are some dozens. */
export function areTooMany(cookies: string): boolean {
  return cookies.split(';', MOST_COOKIES + 1).length > MOST_COOKIES
}

/** Does it ask more than is read? */
export function isTooLong(address: string): boolean {
  const start = address.indexOf('?')
  if (start === -1) return false
  const query = address.slice(start + 1)
  return query.length > LONGEST_QUERY || query.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS
}
