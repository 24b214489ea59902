import type { Payload } from 'payload'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { hashPassword } from '@/accounts/password'
import { withTransaction } from '@/database/transaction'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * Gives an account without a password its first one, as the system: for callers with access to the database (command
 * line, sample, tests). Does nothing if it has one: returns whether this one was set. `mustChange`: does somebody else
 * know it? `isMade`: did `newPassword` generate it, so that nobody chose it?
 */
export async function setFirstPassword({
  payload,
  user,
  password,
  mustChange,
  isMade = false,
}: {
  payload: Payload
  user: string
  password: string
  mustChange: boolean
  isMade?: boolean
}): Promise<boolean> {
  if (await loadCredential({ payload, user })) return false
  const stored = await hashPassword(password)
  return withTransaction(payload, async ({ req, session }) => {
    const by = mustChange ? 'system' : user
    const change = { user, stored, seen: 0, now: new Date(), by, mustChange, isMade }
    const isFirst = await storePassword({ payload, session, ...change })
    if (isFirst) await recordAccountEvent({ req, action: 'account.password-set', user })
    return isFirst
  })
}
