import type { Payload, TypedUser } from 'payload'
import { forgetTries, takeTry } from '@/accounts/limits'
import { isPassword } from '@/accounts/password'
import type { Credential } from '@/accounts/stores'
import { refuse } from '@/domain/refusal'
import { tooManyTries } from './tooManyTries'

/** Why the current password of somebody who is signed in is not proven; null where it is. Tries are counted. */
export async function checkCurrentPassword({
  payload,
  user,
  current,
  credential,
}: {
  payload: Payload
  user: TypedUser
  current: string
  credential: Credential | null
}): Promise<ReturnType<typeof refuse> | null> {
  const counted = { payload, limit: 'password', key: user.id } as const
  const taken = await takeTry(counted)
  if (taken) return tooManyTries(taken)
  if (!(await isPassword({ password: current, stored: credential }))) return refuse('refusal.password-wrong')
  await forgetTries(counted)
  return null
}
