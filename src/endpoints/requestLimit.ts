import { MAX_FILE_BYTES } from '@/import/limits'

const KB = 1024
const MB = 1024 * KB

/** Names, boundaries and the other fields of a form around the files, in bytes. */
export const AROUND = MB

/** Where documents are imported, and where Word files of a national version come back. */
const DOCUMENTS = /^\/api\/(?:import|word\/version\/[^/]+)$/

/** Where a picture is added to a text. */
const PICTURES = '/api/pictures'

/** A person's preferences for screens: widths of columns and what is collapsed. */
const PREFERENCES = 100 * KB

/** A search that is sent in the body because it is too long for an address. */
const SEARCH = 100 * KB

/** A whole section with all its texts is some 100 KB. */
const JSON_BODY = 2 * MB

const PICTURE = 10 * MB + AROUND

/** The maximum body size of a request to this address in bytes, once the person is known (`takesFiles`). */
export function requestLimit({ pathname: asWritten, headers }: { pathname: string; headers: Headers }): number {
  const pathname = plainPath(asWritten)
  if (isSearchInBody(headers)) return SEARCH
  if (pathname.startsWith('/api/payload-preferences/')) return PREFERENCES
  if (takesDocuments(pathname)) return MAX_FILE_BYTES + AROUND
  const isForm = (headers.get('content-type') ?? '').startsWith('multipart/')
  return isForm && pathname === PICTURES ? PICTURE : JSON_BODY
}

/** Is a document sent there? */
export function takesDocuments(pathname: string): boolean {
  return DOCUMENTS.test(plainPath(pathname))
}

/** Does this address accept more than any other, and so only from people who are signed in? */
export function takesFiles(pathname: string): boolean {
  return takesDocuments(pathname) || plainPath(pathname) === PICTURES
}

/** The address as the router reads it: a letter may be written as `%2D`, and that again as `%252D`. */
export function plainPath(pathname: string): string {
  let plain = pathname
  for (let round = 0; round < 3; round++) {
    try {
      plain = decodeURIComponent(plain)
    } catch {
      return plain
    }
  }
  return plain
}

/** Payload answers such a POST like a GET of the same address. */
export function isSearchInBody(headers: Headers): boolean {
  return OVERRIDES.some((name) => headers.get(name) === 'GET')
}

const OVERRIDES = ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']
