import type { Payload, TypedUser } from 'payload'
import { loadCredential, storePassword } from '@/accounts/credentials'
import { hashPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'
import { newSession } from '@/accounts/sessions'
import { type Session, sessionsOf } from '@/accounts/stores'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
import { checkCurrentPassword } from './checkCurrentPassword'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * A person's own new password, for which the current one is asked. Every session ends, and the browser that asked gets a new
 * one. The new password must be another one than the current: one that somebody else has set would go on.
 */
export async function changePassword({
  payload,
  user,
  current,
  wanted,
  agent,
}: {
  payload: Payload
  user: TypedUser
  current: string
  wanted: string
  agent: string
}): Promise<ActionOutcome<{ session: Session; token: string }>> {
  const problem = passwordProblem({ password: wanted, email: user.email, name: user.name })
  if (problem) return { ok: false, because: [problem] }
  if (wanted === current) return refuse('refusal.password-same')
  const seen = await loadCredential({ payload, user: user.id })
  const wrong = await checkCurrentPassword({ payload, user, current, credential: seen })
  if (wrong) return wrong
  const stored = await hashPassword(wanted)
  return performAs({
    name: 'change-password',
    payload,
    user,
    withForeignPassword: 'allowed',
    work: async ({ req, session: transaction }) => {
      const now = new Date()
      const version = (seen?.version ?? 0) + 1
      const change = { user: user.id, stored, seen: version - 1, now, by: user.id, mustChange: false }
      if (!(await storePassword({ payload, session: transaction, ...change }))) return refuse('refusal.password-moved')
      const opened = newSession({ user: user.id, version, now, agent })
      await sessionsOf(payload).insertOne(opened.session, { session: transaction })
      await recordAccountEvent({ req, action: 'account.password-changed', user: user.id })
      return { ok: true, result: opened }
    },
  })
}
