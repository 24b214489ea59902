import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { ClientSession } from 'mongodb'
import type { Payload } from 'payload'
import { loadCredential } from './credentials'
import { type Credential, type Session, sessionsOf } from './stores'

const MINUTE = 60 * 1000
/** An unused session ends after two hours. */
export const IDLE_MS = 120 * MINUTE
/** However much it is used, it ends after twelve hours: one working day. */
export const LONGEST_MS = 720 * MINUTE
/** More browsers than anybody works with. */
export const MOST_SESSIONS = 20

/** A new session and the secret for its cookie, which is not stored anywhere. */
export function newSession({
  user,
  version,
  now,
  agent,
}: {
  user: string
  version: number
  now: Date
  agent: string
}): { session: Session; token: string } {
  const token = randomBytes(32).toString('base64url')
  const session = {
    _id: randomUUID(),
    secret: secretOf(token),
    user,
    version,
    createdAt: now,
    expiresAt: new Date(now.getTime() + IDLE_MS),
    endsAt: new Date(now.getTime() + LONGEST_MS),
    agent,
  }
  return { session, token }
}

/**
 * Stores a new session. It replaces the session that the browser had before (`token`, empty without one), whoever it
 * belonged to; if a person has too many, the oldest end.
 */
export async function openSession({
  payload,
  transaction,
  session,
  token,
}: {
  payload: Payload
  transaction: ClientSession
  session: Session
  token: string
}): Promise<void> {
  const sessions = sessionsOf(payload)
  if (token) await sessions.deleteOne({ secret: secretOf(token) }, { session: transaction })
  const { user } = session
  const tooOld = await sessions
    .find({ user }, { session: transaction })
    .sort({ createdAt: -1 })
    .skip(MOST_SESSIONS - 1)
    .project({ _id: 1 })
    .toArray()
  const ids = tooOld.map(({ _id }) => String(_id))
  if (ids.length > 0) await sessions.deleteMany({ _id: { $in: ids } }, { session: transaction })
  await sessions.insertOne(session, { session: transaction })
}

/** The valid session that a cookie names: not expired, and opened with the stored password. */
export async function sessionNamedBy({
  payload,
  token,
  now,
}: {
  payload: Payload
  token: string
  now: Date
}): Promise<Session | null> {
  const session = await sessionsOf(payload).findOne({ secret: secretOf(token) })
  if (!session) return null
  return holds({ session, credential: await loadCredential({ payload, user: session.user }), now }) ? session : null
}

/**
 * Is the person's session still valid, as this transaction sees it? A request can take a while after it was accepted:
 * the session may have ended in the meantime.
 */
export async function sessionHolds({
  payload,
  transaction,
  id,
  credential,
  now,
}: {
  payload: Payload
  transaction: ClientSession | undefined
  id: string
  /** Of the person. */
  credential: Credential | null
  now: Date
}): Promise<boolean> {
  const session = await sessionsOf(payload).findOne({ _id: id }, transaction ? { session: transaction } : {})
  return session !== null && holds({ session, credential, now })
}

/** Not expired, and opened with the stored password. */
function holds({
  session: { endsAt, expiresAt, version },
  credential,
  now,
}: {
  session: Session
  credential: Credential | null
  now: Date
}): boolean {
  return expiresAt > now && endsAt > now && credential?.version === version
}

/** Extends a session up to its final end; null if it is over. Writes only this session. */
export async function extendSession({
  payload,
  id,
  now,
}: {
  payload: Payload
  id: string
  now: Date
}): Promise<Session | null> {
  return sessionsOf(payload).findOneAndUpdate(
    { _id: id, expiresAt: { $gt: now }, endsAt: { $gt: now } },
    [{ $set: { expiresAt: { $min: ['$endsAt', new Date(now.getTime() + IDLE_MS)] } } }],
    { returnDocument: 'after' },
  )
}

/** The valid sessions of a person, newest first. */
export async function sessionsOfPerson({
  payload,
  user,
  now,
}: {
  payload: Payload
  user: string
  now: Date
}): Promise<Session[]> {
  const version = (await loadCredential({ payload, user }))?.version ?? 0
  return sessionsOf(payload)
    .find({ user, version, expiresAt: { $gt: now }, endsAt: { $gt: now } })
    .sort({ createdAt: -1 })
    .toArray()
}

/** Ends sessions of a person: the named one, or all. Returns how many. */
export async function endSessions({
  payload,
  session,
  user,
  id,
}: {
  payload: Payload
  session: ClientSession
  user: string
  id?: string | undefined
}): Promise<number> {
  const which = id === undefined ? { user } : { user, _id: id }
  return (await sessionsOf(payload).deleteMany(which, { session })).deletedCount
}

/** Two hundred random bits need no slow hash. */
function secretOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
