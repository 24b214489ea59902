import type { SanitizedConfig } from 'payload'
import { CREDENTIALS, LIMITS, SESSIONS } from '@/accounts/stores'

/** The names in the database of all that the server stores: collections, their revisions, and what the sign-in keeps. */
export function storedCollections({ collections }: Pick<SanitizedConfig, 'collections'>): string[] {
  const ofPayload = collections.flatMap(({ slug, versions }) => {
    // The adapter puts names into the plural, as mongoose does.
    const name = slug.endsWith('s') || slug === 'media' ? slug : `${slug}s`
    return versions ? [name, `_${slug}_versions`] : [name]
  })
  return [...ofPayload, CREDENTIALS, SESSIONS, LIMITS]
}
