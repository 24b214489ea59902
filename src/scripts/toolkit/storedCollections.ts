import type { SanitizedConfig } from 'payload'
import { PASSWORD_LINKS } from '@/accounts/passwordLinks'
import { CREDENTIALS, LIMITS, SESSIONS } from '@/accounts/stores'
import { MAIL_TURNS, MAILS } from '@/mail/stores'

/**
 * The database names of everything that the server stores: collections, their revisions, what the sign-in stores, and mails.
 */
export function storedCollections({ collections }: Pick<SanitizedConfig, 'collections'>): string[] {
  const ofPayload = collections.flatMap(({ slug, versions }) => {
    // The adapter uses plural names, as mongoose does.
    const name = slug.endsWith('s') || slug === 'media' ? slug : `${slug}s`
    return versions ? [name, `_${slug}_versions`] : [name]
  })
  return [...ofPayload, CREDENTIALS, SESSIONS, LIMITS, PASSWORD_LINKS, MAILS, MAIL_TURNS]
}
