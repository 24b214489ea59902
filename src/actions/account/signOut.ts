import type { Payload, TypedUser } from 'payload'
import { endSessions } from '@/accounts/sessions'
import { type ActionOutcome, performAs } from '../performAs'
import { recordAccountEvent } from './recordAccountEvent'

/** Ends one session of the person, or every one (`session` left out). Ending one that is over already changes nothing. */
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
  // The session by which it was asked was ended meanwhile, from another window: the person is where they wanted to be.
  const isOver = !outcome.ok && outcome.because.some(({ key }) => key === 'refusal.sign-in')
  return isOver ? { ok: true, result: { ended: 0 } } : outcome
}
