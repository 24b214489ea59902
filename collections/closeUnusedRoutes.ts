import type { Endpoint, SanitizedCollectionConfig } from 'payload'

/**
 * Takes away the routes of a collection that lead nowhere: Payload adds them whatever the collection does, and some
 * then end in an error of the server. Preferences keep the routes by key, which is all that the screens use.
 */
export function closeUnusedRoutes(collection: SanitizedCollectionConfig): void {
  if (!collection.endpoints) return
  collection.endpoints = collection.endpoints.filter(
    (endpoint, at, all) => isUsed(collection, endpoint) && isFirstOfItsPath(endpoint, at, all),
  )
}

function isUsed({ auth, slug, upload, versions }: SanitizedCollectionConfig, { path }: Endpoint): boolean {
  if (slug === 'payload-preferences') return path === '/:key'
  // The first account is made from the command line, and an administrator sets a forgotten password.
  if (auth && ['/first-register', '/init', '/unlock', '/reset-password'].includes(path)) return false
  if (path.startsWith('/versions')) return Boolean(versions)
  if (path.startsWith('/verify')) return Boolean(auth.verify)
  if (path.startsWith('/paste-url')) return Boolean(upload?.pasteURL)
  return true
}

/** Ours come first, and Payload's of the same path would never be asked: its sign-in (src/endpoints/account). */
function isFirstOfItsPath({ method, path }: Endpoint, at: number, all: Endpoint[]): boolean {
  return all.findIndex((one) => one.method === method && one.path === path) === at
}
