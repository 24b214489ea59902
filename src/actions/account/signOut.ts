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
  return performAs({
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
}
