import type { SanitizedConfig } from 'payload'
import { nobody } from '@/access/rules'
import { closeUnusedRoutes } from './closeUnusedRoutes'
import { guardRoutes } from './guardRoutes'

/**
 * Closes collections that Payload adds itself and leaves open to everybody who is signed in. Preferences stay open:
 * each person can access only their own. Unused routes are removed too. It must run on the finished config: plugins run
 * before these collections exist.
 */
export function closeFrameworkCollections(config: SanitizedConfig): SanitizedConfig {
  const closed = () => false
  for (const collection of config.collections) {
    closeUnusedRoutes(collection)
    guardRoutes(collection)
    if (!collection.slug.startsWith('payload-') || collection.slug === 'payload-preferences') continue
    collection.access = {
      ...collection.access,
      create: nobody,
      read: nobody,
      update: nobody,
      delete: nobody,
      readVersions: nobody,
      unlock: nobody,
      admin: closed,
    }
    // `false` would be answered with 501.
    collection.endpoints = []
  }
  config.jobs = { ...config.jobs, access: { run: closed, queue: closed, cancel: closed } }
  return config
}
