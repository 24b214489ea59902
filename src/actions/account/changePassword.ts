import type { Payload, TypedUser } from 'payload'
import { givenPassword, loadCredential, storePassword } from '@/accounts/credentials'
import { newKnownBrowser } from '@/accounts/knownBrowser'
import { hashPassword, isPassword, madePasswordIn, type StoredPassword } from '@/accounts/password'
import { passwordProblem } from '@/accounts/passwordProblem'
import { newSession } from '@/accounts/sessions'
import { type Session, sessionsOf } from '@/accounts/stores'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
import { checkCurrentPassword } from './checkCurrentPassword'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * A person's own new password, for which the current one is asked. Every session ends, and the browser that asked gets a new
 * one. Nobody's password goes on that somebody else has set: neither the current one nor the
 * last one that was set is taken, also with a space or anything else around it.
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
  if (plain(wanted) === plain(current)) return refuse('refusal.password-same')
  const seen = await loadCredential({ payload, user: user.id })
  const wrong = await checkCurrentPassword({ payload, user, current, credential: seen })
  if (wrong) return wrong
  if (await wasGiven({ wanted, given: seen && givenPassword(seen) })) return refuse('refusal.password-given')
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
      const browser = newKnownBrowser({ user: user.id, version, secret: payload.secret })
      return { ok: true, result: { ...opened, browser } }
    },
  })
}

/** Is it the password that somebody else has set, or is that one in it? */
async function wasGiven({ wanted, given }: { wanted: string; given: StoredPassword | null }): Promise<boolean> {
  if (!given) return false
  for (const password of new Set([wanted, wanted.trim(), madePasswordIn(plain(wanted))]))
    if (password && (await isPassword({ password, stored: given }))) return true
  return false
}

function plain(password: string): string {
  return password.normalize('NFKC').trim().toLowerCase()
}
