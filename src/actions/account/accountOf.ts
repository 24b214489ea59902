import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { plainAddress } from '@/accounts/emailAddress'

/** The account with this e-mail address, however it is typed; null if there is none. */
export async function accountWith({
  payload,
  email,
  req,
}: {
  payload: Payload
  email: string
  /** In a transaction, reads the state that the transaction sees. */
  req?: PayloadRequest
}): Promise<TypedUser | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: plainAddress(email) } },
    depth: 0,
    limit: 1,
    pagination: false,
    // Nobody is signed in yet, or the person checks whether an address is free.
    overrideAccess: true,
    ...(req ? { req } : {}),
  })
  const [user] = docs
  return user ? { ...user, collection: 'users' } : null
}
