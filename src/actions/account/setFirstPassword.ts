import type { Payload } from 'payload'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { hashPassword } from '@/accounts/password'
import { withTransaction } from '@/database/transaction'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * Gives an account without a password its first one, as the system: for whoever has the database (command line, sample,
 * tests). Nothing happens where it has one: the answer is whether this one was set. `mustChange`: does
 * somebody else know it?
 */
export async function setFirstPassword({
  payload,
  user,
  password,
  mustChange,
}: {
  payload: Payload
  user: string
  password: string
  mustChange: boolean
}): Promise<boolean> {
  if (await loadCredential({ payload, user })) return false
  const stored = await hashPassword(password)
  return withTransaction(payload, async ({ req, session }) => {
    const by = mustChange ? 'system' : user
    const isFirst = await storePassword({ payload, session, user, stored, seen: 0, now: new Date(), by, mustChange })
    if (isFirst) await recordAccountEvent({ req, action: 'account.password-set', user })
    return isFirst
  })
}
