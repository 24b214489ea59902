import type { Payload, TypedUser } from 'payload'
import { markInsideAction } from '@/access/insideAction'
import { loadCredential } from '@/accounts/credentials'
import { withTransaction } from '@/database/transaction'
import { type Outcome, refuse } from '@/domain/refusal'
import { accountWith } from './accountOf'
import { checkCurrentPassword } from './checkCurrentPassword'
import { recordAccountEvent } from './recordAccountEvent'

/** A person's own new e-mail address, for which the current password is asked. `seen` is the revision of the account. */
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
}): Promise<Outcome<{ email: string }>> {
  const credential = await loadCredential({ payload, user: user.id })
  const wrong = await checkCurrentPassword({ payload, user, current, credential })
  if (wrong) return wrong
  const other = await accountWith({ payload, email })
  if (other && other.id !== user.id) return refuse('refusal.address-taken')
  return withTransaction(
    payload,
    async ({ req }): Promise<Outcome<{ email: string }>> => {
      const stored = await payload.findByID({ collection: 'users', id: user.id, depth: 0, overrideAccess: false, req })
      if (Number(stored.rev) !== seen) return refuse('refusal.account-moved')
      markInsideAction(req, 'change-address')
      const saved = await payload.update({
        collection: 'users',
        id: user.id,
        data: { email },
        depth: 0,
        locale: 'en',
        // The address is closed to the person by any other way (collections/Users.ts).
        overrideAccess: true,
        req,
      })
      await recordAccountEvent({ req, action: 'account.address-changed', user: user.id })
      return { ok: true, result: { email: saved.email } }
    },
    { user },
  )
}
