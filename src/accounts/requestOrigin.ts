import type { SanitizedConfig } from 'payload'

/**
 * Was this request made by one of our own pages, or by a person in the address bar? Browsers say so in headers that no page
 * can set. A form or script of another site gets neither a session nor the use of one.
 */
export function comesFromOurPages({ headers, config }: { headers: Headers; config: Pick<SanitizedConfig, 'csrf'> }) {
  const origin = headers.get('Origin')
  if (origin !== null) return config.csrf.includes(origin)
  return ['same-origin', 'none'].includes(headers.get('Sec-Fetch-Site') ?? '')
}
