import type { SanitizedConfig } from 'payload'
import { CREDENTIALS, LIMITS, SESSIONS } from '@/accounts/stores'

/**
 * The database names of everything that the server stores: collections, their revisions, and what the sign-in stores.
 */
export function storedCollections({ collections }: Pick<SanitizedConfig, 'collections'>): string[] {
  const ofPayload = collections.flatMap(({ slug, versions }) => {
    // The adapter uses plural names, as mongoose does.
    const name = slug.endsWith('s') || slug === 'media' ? slug : `${slug}s`
    return versions ? [name, `_${slug}_versions`] : [name]
  })
  return [...ofPayload, CREDENTIALS, SESSIONS, LIMITS]
}
