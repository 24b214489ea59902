import type { Payload, TypedUser } from 'payload'
import { withTransaction } from '@/database/transaction'
import type { Language } from '@/domain/language'
import { type Outcome, refuse } from '@/domain/refusal'

/** A person's own name and language. `seen` is the revision of the account that they saw. */
export async function changePerson({
  payload,
  user,
  seen,
  ...data
}: {
  payload: Payload
  user: TypedUser
  name: string
  language: Language
  seen: number
}): Promise<Outcome<object>> {
  return withTransaction(
    payload,
    async ({ req }): Promise<Outcome<object>> => {
      const own = { collection: 'users', id: user.id, depth: 0, overrideAccess: false, req } as const
      const stored = await payload.findByID(own)
      if (Number(stored.rev) !== seen) return refuse('refusal.account-moved')
      await payload.update({ ...own, data: { ...data, rev: seen }, locale: 'en' })
      return { ok: true, result: {} }
    },
    { user },
  )
}
