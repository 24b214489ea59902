import type { SanitizedConfig } from 'payload'

/**
 * Was this request sent by one of our own pages, or by a person from the address bar? Browsers say so in headers that
 * no page can set. A form or script of another site can neither get a session nor use one.
 */
export function comesFromOurPages({ headers, config }: { headers: Headers; config: Pick<SanitizedConfig, 'csrf'> }) {
  const origin = headers.get('Origin')
  if (origin !== null) return config.csrf.includes(origin)
  return ['same-origin', 'none'].includes(headers.get('Sec-Fetch-Site') ?? '')
}
