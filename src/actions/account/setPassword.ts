import type { Payload, TypedUser } from 'payload'
import { createLocalReq } from 'payload'
import { actorOf } from '@/access/actorOf'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { forgetTries } from '@/accounts/limits'
import { hashPassword, newPassword } from '@/accounts/password'
import { withTransaction } from '@/database/transaction'
import { hasRoleEverywhere } from '@/domain/actor'
import { type Outcome, refuse } from '@/domain/refusal'
import { recordAccountEvent } from './recordAccountEvent'
import { strangerKey } from './signIn'

/**
 * An administrator gives somebody else a new password, which is made here and shown once. Every session of that person ends,
 * and they must choose their own before they can do anything else. Nobody sets their own this way.
 */
export async function setPassword({
  payload,
  user,
  of,
}: {
  payload: Payload
  user: TypedUser
  of: string
}): Promise<Outcome<{ password: string }>> {
  const req = await createLocalReq({ user }, payload)
  const actor = await actorOf(req)
  if (!actor || !hasRoleEverywhere(actor, ['admin'])) return refuse('refusal.role-accounts')
  if (of === user.id) return refuse('refusal.password-own-account')
  const account = await payload.findByID({
    collection: 'users',
    id: of,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    user,
  })
  if (!account) return refuse('refusal.account-unknown')
  const password = newPassword()
  const stored = await hashPassword(password)
  const seen = (await loadCredential({ payload, user: of }))?.version ?? 0
  const outcome = await withTransaction(
    payload,
    async ({ req, session }): Promise<Outcome<{ password: string }>> => {
      const change = { user: of, stored, seen, now: new Date(), by: user.id, mustChange: true }
      if (!(await storePassword({ payload, session, ...change }))) return refuse('refusal.password-moved')
      await recordAccountEvent({ req, action: 'account.password-set', user: of, details: { by: user.id } })
      return { ok: true, result: { password } }
    },
    { user },
  )
  if (outcome.ok) await forgetTries({ payload, limit: 'stranger', key: strangerKey(account.email) })
  return outcome
}
