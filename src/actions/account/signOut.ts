import type { Payload, TypedUser } from 'payload'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { endSessions } from '@/accounts/sessions'
import { type ActionOutcome, performAs } from '../performAs'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * Ends one session of the person, or every one (without `session`). Ending one that is already over changes nothing.
 */
export async function signOut({
  payload,
  user,
  session: id,
}: {
  payload: Payload
  user: TypedUser
  session?: string | undefined
}): Promise<ActionOutcome<{ ended: number }>> {
  const outcome = await performAs({
    name: 'sign-out',
    payload,
    user,
    withForeignPassword: 'allowed',
    work: async ({ req, session }) => {
      const ended = await endSessions({ payload, session, user: user.id, id })
      if (ended > 0) await recordAccountEvent({ req, action: 'account.sign-out', user: user.id, details: { ended } })
      return { ok: true, result: { ended } }
    },
  })
  // The session was ended in the meantime, from another window. Nothing may be said about other people's sessions.
  const isOver = id === sessionIdOf(user) && !outcome.ok && outcome.because.some(({ key }) => key === 'refusal.sign-in')
  return isOver ? { ok: true, result: { ended: 0 } } : outcome
}
