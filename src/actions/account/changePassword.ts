import type { Payload, TypedUser } from 'payload'
import { givenPassword, loadCredential, storePassword } from '@/accounts/credentials'
import { newKnownBrowser } from '@/accounts/knownBrowser'
import { hashPassword, plainPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'
import { newSession } from '@/accounts/sessions'
import { type Session, sessionsOf } from '@/accounts/stores'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
import { checkCurrentPassword } from './checkCurrentPassword'
import { recordAccountEvent } from './recordAccountEvent'
import { wasGiven } from './wasGiven'

/**
 * Changes a person's own password, which requires the current one. Every session ends, and the browser of the request
 * gets a new one. A password that somebody else has set cannot stay: neither the current one nor the last one that was
 * set is accepted, nor with something around it, written differently, or most of it.
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
}): Promise<ActionOutcome<{ session: Session; token: string; browser: string }>> {
  const problem = passwordProblem({ password: wanted, email: user.email, name: user.name })
  if (problem) return { ok: false, because: [problem] }
  if (plainPassword(wanted) === plainPassword(current)) return refuse('refusal.password-same')
  const seen = await loadCredential({ payload, user: user.id })
  const wrong = await checkCurrentPassword({ payload, user, current, credential: seen })
  if (wrong) return wrong
  // If the password must be changed, the current one is the one that was set.
  const known = seen?.mustChange ? current : null
  if (await wasGiven({ wanted, known, given: seen && givenPassword(seen) })) return refuse('refusal.password-given')
  const stored = await hashPassword(wanted)
  return performAs({
    name: 'change-password',
    payload,
    user,
    withForeignPassword: 'allowed',
    work: async ({ req, session: transaction }) => {
      const now = new Date()
      const version = (seen?.version ?? 0) + 1
      const own = { by: user.id, mustChange: false, isMade: false }
      const change = { user: user.id, stored, seen: version - 1, now, ...own }
      if (!(await storePassword({ payload, session: transaction, ...change }))) return refuse('refusal.password-moved')
      const opened = newSession({ user: user.id, version, now, agent })
      await sessionsOf(payload).insertOne(opened.session, { session: transaction })
      await recordAccountEvent({ req, action: 'account.password-changed', user: user.id })
      const browser = newKnownBrowser({ user: user.id, version, secret: payload.secret })
      return { ok: true, result: { ...opened, browser } }
    },
  })
}
