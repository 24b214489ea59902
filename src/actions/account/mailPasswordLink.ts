import type { ClientSession } from 'mongodb'
import type { Payload } from 'payload'
import { loadCredential } from '@/accounts/credentials'
import { type LinkKind, storeLink } from '@/accounts/passwordLinks'
import { database } from '@/accounts/stores'
import type { Language } from '@/domain/language'
import type { MailAbout } from '@/mail/mail'
import { storeMail } from '@/mail/storeMail'

/** Whom a link is for: an account, or an address that has none (`id` is empty). */
export type LinkedPerson = { id: string; email: string; language?: Language | null }

/**
 * Stores a link to choose a password, and the mail that brings it, in the transaction of what causes them. `invitedBy` is the
 * name of the person who invites; without it the person asked for the link. For an address without an account the same is
 * written, after the same reads, and nobody gets anything.
 */
export async function mailPasswordLink({
  payload,
  session,
  person: { id: user, email, language },
  invitedBy,
}: {
  payload: Payload
  session: ClientSession
  person: LinkedPerson
  invitedBy?: string
}): Promise<void> {
  const now = new Date()
  const kind: LinkKind = invitedBy === undefined ? 'reset' : 'invitation'
  const version = (await loadCredential({ payload, session, user }))?.version ?? 0
  const { id: link, expiresAt } = await storeLink({ payload, session, kind, user, version, email, now })
  const about: MailAbout =
    invitedBy === undefined ? { kind: 'reset', link } : { kind: 'invitation', link, by: invitedBy }
  await storeMail({
    ...{ database: database(payload), session, to: email, hasAccount: user !== '', about, now, giveUpAt: expiresAt },
    language: language ?? 'en',
  })
}
