import { MAX_FILE_BYTES } from '@/import/limits'

const KB = 1024
const MB = 1024 * KB

/** Names, boundaries and the other fields of a form around the files, in bytes. */
export const AROUND = MB

/** Where documents are imported. */
export const IMPORT = '/api/import'

/** What a person's screens remember: widths of columns and what is folded. */
const PREFERENCES = 100 * KB

/** A search that is sent in the body because it is too long for an address. */
const SEARCH = 100 * KB

/** A whole section with all its texts is some 100 KB. */
const JSON_BODY = 2 * MB

const PICTURE = 10 * MB + AROUND

/** How many bytes the body of a request to this address may have. */
export function requestLimit({ pathname, headers }: { pathname: string; headers: Headers }): number {
  if (isSearchInBody(headers)) return SEARCH
  if (pathname.startsWith('/api/payload-preferences/')) return PREFERENCES
  if (pathname === IMPORT) return MAX_FILE_BYTES + AROUND
  const isForm = (headers.get('content-type') ?? '').startsWith('multipart/')
  return isForm && pathname === '/api/pictures' ? PICTURE : JSON_BODY
}

/** Payload answers such a POST as the GET of the same address. */
export function isSearchInBody(headers: Headers): boolean {
  return OVERRIDES.some((name) => headers.get(name) === 'GET')
}

const OVERRIDES = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']
