import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { ClientSession, Collection } from 'mongodb'
import type { Payload } from 'payload'
import { plainAddress } from './emailAddress'
import { database } from './stores'

const HOUR_MS = 60 * 60 * 1000

/** How long a link can be used: one that somebody asked for, and one that invites a person, who may be away. */
export const LINK_HOURS = { reset: 2, invitation: 7 * 24 } as const

export type LinkKind = keyof typeof LINK_HOURS

/**
 * A link with which a person chooses a password without knowing the current one. It is used once: it belongs to a version of the
 * password, and to an address.
 */
export type PasswordLink = {
  _id: string
  /** SHA-256 of the token in the link: a person who reads the database cannot use it. */
  secret: string
  /** Empty for an address without an account. */
  user: string
  version: number
  /** SHA-256 of the address to which it is sent. */
  address: string
  expiresAt: Date
}

export const PASSWORD_LINKS = 'account-links'

/** The unique indexes that links depend on (see collections/index.ts). */
export const linkIndexes = [{ collection: PASSWORD_LINKS, keys: ['secret'] }]

export function linksOf(payload: Payload): Collection<PasswordLink> {
  return database(payload).collection<PasswordLink>(PASSWORD_LINKS)
}

/** Creates the collection and its indexes; expired links are deleted automatically. Once at the start. */
export async function prepareLinks(payload: Payload): Promise<void> {
  await linksOf(payload).createIndexes([
    { key: { secret: 1 }, unique: true },
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ])
}

/** Stores a new link. Returns its id, from which the token is made when the mail is written, and its end. */
export async function storeLink({
  payload,
  session,
  kind,
  user,
  version,
  email,
  now,
}: {
  payload: Payload
  session: ClientSession
  kind: LinkKind
  user: string
  version: number
  email: string
  now: Date
}): Promise<{ id: string; expiresAt: Date }> {
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + LINK_HOURS[kind] * HOUR_MS)
  const secret = hashOf(tokenOfLink({ id, secret: payload.secret }))
  await linksOf(payload).insertOne(
    { _id: id, secret, user, version, address: hashOf(plainAddress(email)), expiresAt },
    { session },
  )
  return { id, expiresAt }
}

/**
 * The token in a link. It is computed and not stored: only with the secret of the server can it be made from what is stored, and
 * a mail that is sent again has the same link.
 */
export function tokenOfLink({ id, secret }: { id: string; secret: string }): string {
  return createHmac('sha256', secret).update(`password link ${id}`).digest('base64url')
}

/** The link with this token, if it has not ended; whether it was used is decided by `belongsTo`. */
export async function linkWith({
  payload,
  session,
  token,
  now,
}: {
  payload: Payload
  session?: ClientSession | undefined
  token: string
  now: Date
}): Promise<PasswordLink | null> {
  return linksOf(payload).findOne({ secret: hashOf(token), expiresAt: { $gt: now } }, session ? { session } : {})
}

/** Is it for this account as it is now: with this address, and no other password since? */
export function belongsTo({ link, email, version }: { link: PasswordLink; email: string; version: number }): boolean {
  return link.version === version && link.address === hashOf(plainAddress(email))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
