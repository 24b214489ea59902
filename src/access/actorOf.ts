import type { ClientSession } from 'mongodb'
import type { PayloadRequest, TypedUser } from 'payload'
import { loadCredential } from '@/accounts/credentials'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { sessionHolds } from '@/accounts/sessions'
import { type Actor, ALL_COUNTRIES, type Membership, ROLES } from '@/domain/actor'

/** What was read, for a person and the transaction in which it was read; outside transactions for the person alone. */
const actors = new WeakMap<object, WeakMap<object, Promise<Actor | null>>>()

/**
 * The person of the request, with their current roles; null for a person who is not signed in, or no longer is. Read
 * from the session and the memberships at each request (never from the user document), and again in each transaction,
 * including a retried one: what was true before a long read must not decide about what is written after it. A person
 * with a password that somebody else set has no role until they choose their own, because it may be that other person.
 */
export async function actorOf(req: PayloadRequest): Promise<Actor | null> {
  const { user } = req
  if (!user) return null
  const transaction = await req.transactionID
  const session = transaction ? req.payload.db.sessions[transaction] : undefined
  const ofUser = actors.get(user) ?? new WeakMap<object, Promise<Actor | null>>()
  actors.set(user, ofUser)
  const within = session ?? user
  const known = ofUser.get(within)
  if (known) return known
  const actor = readActor({ req, session, user })
  ofUser.set(within, actor)
  // A failed read is repeated.
  actor.catch(() => ofUser.delete(within))
  return actor
}

type Read = { req: PayloadRequest; session: ClientSession | undefined; user: TypedUser }

async function readActor({ req, session, user }: Read): Promise<Actor | null> {
  const userId = String(user.id)
  const credential = await loadCredential({ payload: req.payload, session, user: userId })
  const id = sessionIdOf(user)
  if (id !== undefined) {
    const asked = { payload: req.payload, transaction: session, id, credential, now: new Date() }
    if (!(await sessionHolds(asked))) return null
  }
  if (credential?.mustChange) return { userId, memberships: [], passwordMustChange: true }
  const now = new Date().toISOString()
  // The access rules themselves read as the system: applying them here would never end.
  const { docs } = await req.payload.find({
    collection: 'memberships',
    overrideAccess: true,
    depth: 0,
    // Often the first read of a transaction: with pagination it would be two at once, and the server might get the
    // second first.
    pagination: false,
    req,
    where: {
      and: [
        { user: { equals: userId } },
        { from: { less_than_equal: now } },
        { or: [{ to: { exists: false } }, { to: { equals: null } }, { to: { greater_than: now } }] },
      ],
    },
  })
  const memberships = docs.flatMap((doc): Membership[] => {
    const role = ROLES.find((one) => one === doc.role)
    return role ? [{ role, country: doc.everywhere ? ALL_COUNTRIES : String(doc.country ?? '') }] : []
  })
  const set = credential?.setByOther
  return set ? { userId, memberships, passwordSet: { by: set.by, at: set.at.toISOString() } } : { userId, memberships }
}
