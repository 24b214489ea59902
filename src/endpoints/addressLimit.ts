/** Where a request comes to whose address is not read, because it asks too much (readableRequests.ts). */
export const TOO_LONG = '/api/address-too-long'

/**
 * How much an address may ask. Next looks each name up among all of them, for every kind of address, in time that grows
 * with the square of their number (16.4.6). A list with the hundred conditions that it may have (questionProblem.ts), its
 * columns and its order stays below; a search that needs more is sent in the body.
 */
const MOST_PARAMETERS = 300
const LONGEST_QUERY = 12 * 1024

/** Does it ask more than is read? */
export function isTooLong(address: string): boolean {
  const start = address.indexOf('?')
  if (start === -1) return false
  const query = address.slice(start + 1)
  return query.length > LONGEST_QUERY || query.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS
}
