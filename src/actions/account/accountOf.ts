import type { Payload, TypedUser } from 'payload'
import { plainAddress } from '@/accounts/emailAddress'

/** The account with this e-mail address, however it is written; null where there is none. */
export async function accountWith({ payload, email }: { payload: Payload; email: string }): Promise<TypedUser | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: plainAddress(email) } },
    depth: 0,
    limit: 1,
    pagination: false,
    // Nobody is signed in yet.
    overrideAccess: true,
  })
  const [user] = docs
  return user ? { ...user, collection: 'users' } : null
}
