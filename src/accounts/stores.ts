import type { Collection } from 'mongodb'
import type { Payload } from 'payload'
import type { StoredPassword } from './password'

/**
 * What proves that somebody is who they say: one document a person, `_id` is the person's id. It is not a collection of
 * Payload: no route, screen or query reaches it, and no write of a person's document carries it along.
 */
export type Credential = {
  _id: string
  /** Hex, with the name of its parameters in front (src/accounts/password.ts). */
  hash: string
  salt: string
  /** Counts the passwords of this person. A session belongs to the version that it was opened with. */
  version: number
  changedAt: Date
  /** Somebody else knows this password: nothing can be done with it but to choose a new one, and to sign out. */
  mustChange: boolean
  /** The server made this password, so that nobody guesses it. Missing in a document from before: then it is not known. */
  isMade?: boolean
  /**
   * Who set it last for this person without being this person (`system` is the command line), then who had set the password of
   * that one, and so on, as it was then: each could have signed in as the next.
   */
  setByOther: { by: string[]; at: Date } | null
  /** The last password that somebody else set and knows: it is not taken again. Missing where nobody has. */
  given?: StoredPassword | null
}

/** One browser in which a person is signed in. */
export type Session = {
  _id: string
  /** SHA-256 of what the cookie holds: whoever reads the database cannot sign in with it. */
  secret: string
  user: string
  /** Of the credential that opened it. */
  version: number
  createdAt: Date
  /** It ends then unless the browser asks for more time. */
  expiresAt: Date
  /** It ends then whatever the browser asks. */
  endsAt: Date
  /** The browser in a few words; as it says itself, so only for the person to recognise it. */
  agent: string
}

export const CREDENTIALS = 'account-credentials'
export const SESSIONS = 'account-sessions'
export const LIMITS = 'account-limits'

/** The unique indexes that the sign-in rests on (see collections/index.ts). */
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

/** Makes the collections and their indexes; what is over goes by itself. Once at the start, before the boot checks. */
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
  // A collection that a transaction makes meets others that make it: it is there before.
  await database(payload)
    .createCollection(CREDENTIALS)
    .catch((error: unknown) => {
      if (Object(error).codeName !== 'NamespaceExists') throw error
    })
}

export function database(payload: Payload) {
  return payload.db.connection.getClient().db(payload.db.connection.name)
}
