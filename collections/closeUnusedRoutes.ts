import type { Endpoint, SanitizedCollectionConfig } from 'payload'

/**
 * Removes unused routes of a collection: Payload adds them whatever the collection does, and some of them end in a
 * server error. Preferences keep the routes by key, which are all that the screens use.
 */
export function closeUnusedRoutes(collection: SanitizedCollectionConfig): void {
  if (!collection.endpoints) return
  collection.endpoints = collection.endpoints.filter(
    (endpoint, at, all) => isUsed(collection, endpoint) && isFirstOfItsPath(endpoint, at, all),
  )
}

function isUsed({ auth, slug, upload, versions }: SanitizedCollectionConfig, { path }: Endpoint): boolean {
  if (slug === 'payload-preferences') return path === '/:key'
  // The first account is created on the command line, and an administrator replaces a forgotten password.
  if (auth && ['/first-register', '/init', '/unlock', '/reset-password'].includes(path)) return false
  if (path.startsWith('/versions')) return Boolean(versions)
  if (path.startsWith('/verify')) return Boolean(auth.verify)
  if (path.startsWith('/paste-url')) return Boolean(upload?.pasteURL)
  return true
}

/** Our routes are matched first, so Payload's of the same path would never run: its sign-in (src/endpoints/account). */
function isFirstOfItsPath({ method, path }: Endpoint, at: number, all: Endpoint[]): boolean {
  return all.findIndex((one) => one.method === method && one.path === path) === at
}
