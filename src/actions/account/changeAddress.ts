import type { Payload, TypedUser } from 'payload'
import { loadCredential } from '@/accounts/credentials'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
import { accountWith } from './accountOf'
import { checkCurrentPassword } from './checkCurrentPassword'
import { recordAccountEvent } from './recordAccountEvent'

/**
 * Changes a person's own e-mail address, which requires the current password. `seen` is the revision of the account.
 */
export async function changeAddress({
  payload,
  user,
  current,
  email,
  seen,
}: {
  payload: Payload
  user: TypedUser
  current: string
  email: string
  seen: number
}): Promise<ActionOutcome<{ email: string }>> {
  const proven = await loadCredential({ payload, user: user.id })
  const wrong = await checkCurrentPassword({ payload, user, current, credential: proven })
  if (wrong) return wrong
  return performAs({
    name: 'change-address',
    payload,
    user,
    work: async ({ req, session }) => {
      const credential = await loadCredential({ payload, session, user: user.id })
      if (credential?.version !== proven?.version) return refuse('refusal.password-moved')
      const stored = await payload.findByID({ collection: 'users', id: user.id, depth: 0, overrideAccess: false, req })
      if (Number(stored.rev) !== seen) return refuse('refusal.account-moved')
      const other = await accountWith({ payload, email, req })
      if (other && other.id !== user.id) return refuse('refusal.address-taken')
      const saved = await payload.update({
        collection: 'users',
        id: user.id,
        data: { email },
        depth: 0,
        locale: 'en',
        // The person cannot change the address in any other way (collections/Users.ts).
        overrideAccess: true,
        req,
      })
      await recordAccountEvent({ req, action: 'account.address-changed', user: user.id })
      return { ok: true, result: { email: saved.email } }
    },
  })
}
