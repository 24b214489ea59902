import type { Collection } from 'mongodb'
import type { Payload } from 'payload'
import type { StoredPassword } from './password'

/**
 * What proves a person's identity: one document for each person, whose `_id` is the person's id. It is not a Payload
 * collection: no route, screen or query can reach it, and no write of a person's document changes it.
 */
export type Credential = {
  _id: string
  /** Hex, with the name of its parameters as a prefix (src/accounts/password.ts). */
  hash: string
  salt: string
  /** Counts the passwords of this person. A session belongs to the version that it was opened with. */
  version: number
  changedAt: Date
  /** Somebody else knows this password: the person can only choose a new one, or sign out. */
  mustChange: boolean
  /** The server generated this password, so nobody can guess it. Missing in older documents, where it is unknown. */
  isMade?: boolean
  /**
   * Who last set it for this person without being this person (`system` is the command line), then who had set their
   * password at that time, and so on: each could have signed in as the next.
   */
  setByOther: { by: string[]; at: Date } | null
  /** The last password that somebody else set and knows: it cannot be used again. Missing if nobody set one. */
  given?: StoredPassword | null
}

/** One browser in which a person is signed in. */
export type Session = {
  _id: string
  /** SHA-256 of the cookie's secret: a person who reads the database cannot sign in with it. */
  secret: string
  user: string
  /** The version of the credential that opened it. */
  version: number
  createdAt: Date
  /** It ends then unless the browser extends it. */
  expiresAt: Date
  /** It ends then whatever the browser does. */
  endsAt: Date
  /** The browser in a few words, as it describes itself: only for the person to recognise it. */
  agent: string
}

export const CREDENTIALS = 'account-credentials'
export const SESSIONS = 'account-sessions'
export const LIMITS = 'account-limits'

/** The unique indexes that the sign-in depends on (see collections/index.ts). */
export const accountIndexes = [
  { collection: SESSIONS, keys: ['secret'] },
  { collection: LIMITS, keys: ['key'] },
]

export function credentialsOf(payload: Payload): Collection<Credential> {
  return database(payload).collection<Credential>(CREDENTIALS)
}

export function sessionsOf(payload: Payload): Collection<Session> {
  return database(payload).collection<Session>(SESSIONS)
}

/**
 * Creates the collections and their indexes; expired documents are deleted automatically. Once at the start, before the
 * boot checks.
 */
export async function prepareAccountStores(payload: Payload): Promise<void> {
  await sessionsOf(payload).createIndexes([
    { key: { secret: 1 }, unique: true },
    { key: { user: 1 } },
    { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
  ])
  await database(payload)
    .collection(LIMITS)
    .createIndexes([
      { key: { key: 1 }, unique: true },
      { key: { expire: -1 }, expireAfterSeconds: 0 },
    ])
  // Created beforehand, because transactions that create a collection conflict with each other.
  await database(payload)
    .createCollection(CREDENTIALS)
    .catch((error: unknown) => {
      if (Object(error).codeName !== 'NamespaceExists') throw error
    })
}

export function database(payload: Payload) {
  return payload.db.connection.getClient().db(payload.db.connection.name)
}
