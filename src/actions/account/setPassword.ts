import type { Payload, TypedUser } from 'payload'
import { z } from 'zod'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { forgetTries } from '@/accounts/limits'
import { hashPassword, newPassword } from '@/accounts/password'
import { refuse } from '@/domain/refusal'
import { definePreparedAction } from '../action'
import { id } from '../input'
import type { ActionOutcome } from '../performAs'
import { runAction } from '../runAction'
import { loadOtherAccount, mayNotActOn } from './otherAccount'
import { recordAccountEvent } from './recordAccountEvent'
import { strangerKey } from './signIn'

/**
 * An administrator gives another person a new password, which is generated here and shown once. Every session of that
 * person ends, and they must choose their own before they can do anything else. Nobody can set their own in this way.
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
  const outcome = await runAction({ action: setPasswordAction, input: { of }, payload, user })
  if (!outcome.ok) return outcome
  const { email, password } = outcome.result
  await forgetTries({ payload, limit: 'stranger', key: strangerKey(email) })
  await forgetTries({ payload, limit: 'account', key: of })
  return { ok: true, result: { password } }
}

const setPasswordAction = definePreparedAction({
  name: 'set-password',
  input: z.object({ of: id }),
  // The password is hashed only for people who may set it, once, and outside the transaction.
  async prepare({ actor, payload }, { of }) {
    const forbidden = mayNotActOn({ actor, of })
    if (forbidden) return forbidden
    const password = newPassword()
    const stored = await hashPassword(password)
    const seen = (await loadCredential({ payload, user: of }))?.version ?? 0
    return { ok: true, result: { password, stored, seen } }
  },
  async run({ actor, payload, req, session }, { of }, { password, stored, seen }) {
    const found = await loadOtherAccount({ actor, payload, req, of })
    if (!found.ok) return found
    const change = { user: of, stored, seen, now: new Date(), by: actor.userId, mustChange: true, isMade: true }
    if (!(await storePassword({ payload, session, ...change }))) return refuse('refusal.password-moved')
    await recordAccountEvent({ req, action: 'account.password-set', user: of, details: { by: actor.userId } })
    return { ok: true, result: { email: found.result.email, password } }
  },
})
