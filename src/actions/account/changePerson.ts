import type { Payload, TypedUser } from 'payload'
import type { Language } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { type ActionOutcome, performAs } from '../performAs'
import { recordAccountEvent } from './recordAccountEvent'

/** Changes a person's own name and language. `seen` is the revision of the account that they saw. */
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
}): Promise<ActionOutcome<object>> {
  return performAs({
    name: 'change-person',
    payload,
    user,
    work: async ({ req }) => {
      const own = { collection: 'users', id: user.id, depth: 0, overrideAccess: false, req } as const
      const stored = await payload.findByID(own)
      if (Number(stored.rev) !== seen) return refuse('refusal.account-moved')
      await payload.update({ ...own, data: { ...data, rev: seen }, locale: 'en' })
      await recordAccountEvent({ req, action: 'account.person-changed', user: user.id })
      return { ok: true, result: {} }
    },
  })
}
