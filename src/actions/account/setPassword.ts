import type { Payload, TypedUser } from 'payload'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { forgetTries } from '@/accounts/limits'
import { hashPassword, newPassword } from '@/accounts/password'
import { hasRoleEverywhere } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
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
}): Promise<ActionOutcome<{ password: string }>> {
  const password = newPassword()
  const stored = await hashPassword(password)
  const seen = (await loadCredential({ payload, user: of }))?.version ?? 0
  const outcome = await performAs({
    name: 'set-password',
    payload,
    user,
    work: async ({ actor, req, session }) => {
      if (!hasRoleEverywhere(actor, ['admin'])) return refuse('refusal.role-accounts')
      if (of === user.id) return refuse('refusal.password-own-account')
      const account = await payload.findByID({
        collection: 'users',
        id: of,
        depth: 0,
        disableErrors: true,
        overrideAccess: false,
        req,
      })
      if (!account) return refuse('refusal.account-unknown')
      const change = { user: of, stored, seen, now: new Date(), by: user.id, mustChange: true }
      if (!(await storePassword({ payload, session, ...change }))) return refuse('refusal.password-moved')
      await recordAccountEvent({ req, action: 'account.password-set', user: of, details: { by: user.id } })
      return { ok: true, result: { email: account.email } }
    },
  })
  if (!outcome.ok) return outcome
  await forgetTries({ payload, limit: 'stranger', key: strangerKey(outcome.result.email) })
  await forgetTries({ payload, limit: 'account', key: of })
  return { ok: true, result: { password } }
}
