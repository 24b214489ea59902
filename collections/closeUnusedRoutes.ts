import type { Endpoint, SanitizedCollectionConfig } from 'payload'

/**
 * Takes away the routes of a collection that lead nowhere: Payload adds them whatever the collection does, and some
 * then end in an error of the server. Preferences keep the routes by key, which is all that the screens use.
 */
export function closeUnusedRoutes(collection: SanitizedCollectionConfig): void {
  if (!collection.endpoints) return
  collection.endpoints = collection.endpoints.filter((endpoint) => isUsed(collection, endpoint))
}

function isUsed({ auth, slug, upload, versions }: SanitizedCollectionConfig, { path }: Endpoint): boolean {
  if (slug === 'payload-preferences') return path === '/:key'
  // The first account is made from the command line, before anybody can reach the server.
  if (path === '/first-register') return false
  if (path.startsWith('/versions')) return Boolean(versions)
  if (path.startsWith('/verify')) return Boolean(auth.verify)
  if (path.startsWith('/paste-url')) return Boolean(upload?.pasteURL)
  return true
}
