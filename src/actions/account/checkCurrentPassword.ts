import type { Payload, TypedUser } from 'payload'
import { giveBack, takeTry } from '@/accounts/limits'
import { isPassword } from '@/accounts/password'
import type { Credential } from '@/accounts/stores'
import { refuse } from '@/domain/refusal'
import { minutesToWait, tooManyTries } from './tooManyTries'

/**
 * Why the current password of a person who is signed in is not proven; null if it is. Attempts are counted, right ones
 * too, so that nobody keeps the queue of passwords busy with their own.
 */
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
  const often = await takeTry({ payload, limit: 'proof', key: user.id })
  if (often) return refuse('refusal.password-later', minutesToWait(often))
  const counted = { payload, limit: 'password', key: user.id } as const
  const taken = await takeTry(counted)
  if (taken) return tooManyTries(taken)
  if (!(await isPassword({ password: current, stored: credential }))) return refuse('refusal.password-wrong')
  await giveBack(counted)
  return null
}
