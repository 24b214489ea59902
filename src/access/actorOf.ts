import type { PayloadRequest } from 'payload'
import { loadCredential } from '@/accounts/credentials'
import { type Actor, ALL_COUNTRIES, type Membership, ROLES } from '@/domain/actor'

const actors = new WeakMap<object, Promise<Actor | null>>()

/**
 * Who is asking, with the roles that hold at this moment; null for somebody who is not signed in. Read from the
 * memberships at each request (never from the session or the user document), so that a demotion bites at once. Whoever
 * has a password that somebody else set has no role before they choose their own: it may be that other one who asks.
 */
export function actorOf(req: PayloadRequest): Promise<Actor | null> {
  const user = req.user
  if (!user) return Promise.resolve(null)
  const known = actors.get(user)
  if (known) return known
  const actor = readActor(req, String(user.id))
  actors.set(user, actor)
  // A read that failed is asked again: a transaction that is tried once more brings the same user object.
  actor.catch(() => actors.delete(user))
  return actor
}

async function readActor(req: PayloadRequest, userId: string): Promise<Actor> {
  const transaction = await req.transactionID
  const session = transaction ? req.payload.db.sessions[transaction] : undefined
  const credential = await loadCredential({ payload: req.payload, session, user: userId })
  if (credential?.mustChange) return { userId, memberships: [], passwordMustChange: true }
  const now = new Date().toISOString()
  // The access rules themselves read as the system: asking them here would never end.
  const { docs } = await req.payload.find({
    collection: 'memberships',
    overrideAccess: true,
    depth: 0,
    // Often the first read of a transaction: paged, it would be two at once, and the server may get the second first.
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
  return { userId, memberships, ...(set ? { passwordSet: { by: set.by, at: set.at.toISOString() } } : {}) }
}
