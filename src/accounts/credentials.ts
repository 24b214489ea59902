import type { ClientSession } from 'mongodb'
import type { Payload } from 'payload'
import { hashPassword, OLDER_FORMATS, type StoredPassword } from './password'
import { type Credential, credentialsOf, sessionsOf } from './stores'

type Within = { payload: Payload; session?: ClientSession | undefined }

/** What is stored about a person's password; null for a person who has none yet and cannot sign in. */
export async function loadCredential({
  payload,
  session,
  user,
}: Within & { user: string }): Promise<Credential | null> {
  return credentialsOf(payload).findOne({ _id: user }, session ? { session } : {})
}

export type NewPassword = {
  user: string
  stored: StoredPassword
  /** The version that the writer saw; 0 if there was none. If another one is stored, nothing is written. */
  seen: number
  now: Date
  /**
   * Who sets it: the person, somebody else by their id, or `system`. Also somebody else if the person chooses it by a link to an
   * address that the other one wrote.
   */
  by: string
  mustChange: boolean
  /** Whether `newPassword` generated it and nobody chose it. */
  isMade: boolean
}

/**
 * Stores a new password and ends every session that was opened with an older one. Returns false, and writes nothing, if
 * another version is stored than the one that was seen. Call it in a transaction.
 */
export async function storePassword({
  payload,
  session,
  user,
  stored,
  seen,
  now,
  by,
  mustChange,
  isMade,
}: NewPassword & { payload: Payload; session: ClientSession }): Promise<boolean> {
  const before = await loadCredential({ payload, session, user })
  if ((before?.version ?? 0) !== seen) return false
  const setByOther =
    by === user
      ? (before?.setByOther ?? null)
      : { by: [by, ...(await settersOf({ payload, session, user: by }))].filter((one) => one !== user), at: now }
  // A password that must be changed is the one that somebody else knows; it is no longer the last one.
  const given = !mustChange && before ? givenPassword(before) : null
  const fields = { ...stored, version: seen + 1, changedAt: now, mustChange, isMade, setByOther, given }
  // Two simultaneous writers conflict on this document: the server rolls one of the transactions back.
  if (before) await credentialsOf(payload).updateOne({ _id: user, version: seen }, { $set: fields }, { session })
  else await credentialsOf(payload).insertOne({ _id: user, ...fields }, { session })
  await sessionsOf(payload).deleteMany({ user }, { session })
  return true
}

/** Who set the password of this account for its person, who had set theirs, and so on; empty if the person set it. */
async function settersOf(given: Within & { user: string }): Promise<string[]> {
  return (await loadCredential(given))?.setByOther?.by ?? []
}

/** The last password that somebody else has set for this person and may still know; null if nobody has. */
export function givenPassword({ hash, salt, mustChange, given }: Credential): StoredPassword | null {
  return mustChange ? { hash, salt } : (given ?? null)
}

/** Was the password generated here for a person who has not chosen their own since, so that nobody can guess it? */
export function cannotBeGuessed({ mustChange, isMade = false }: Credential): boolean {
  return mustChange && isMade
}

/** The older formats in which somebody's password is still stored: none once all of them have signed in. */
export async function olderFormatsInUse(payload: Payload): Promise<typeof OLDER_FORMATS> {
  const users = await Promise.all(
    OLDER_FORMATS.map(({ named }) => credentialsOf(payload).findOne({ hash: named }, { projection: { _id: 1 } })),
  )
  return OLDER_FORMATS.filter((_, index) => users[index])
}

/** The same password in the current format, if it is stored in an older one. */
export async function refreshHash({
  payload,
  credential,
  password,
}: {
  payload: Payload
  credential: Credential
  password: string
}): Promise<void> {
  const stored = await hashPassword(password)
  await credentialsOf(payload).updateOne({ _id: credential._id, hash: credential.hash }, { $set: stored })
}
