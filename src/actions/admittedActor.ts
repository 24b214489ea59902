import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import type { Actor } from '@/domain/actor'
import { Refused } from './refused'

/**
 * Who does something, with the roles that hold now. Throws the refusal of somebody who is not signed in, and of somebody
 * with a password that another person set, unless that is `allowed`.
 */
export async function admittedActor(
  req: PayloadRequest,
  withForeignPassword: 'refused' | 'allowed' = 'refused',
): Promise<Actor> {
  const actor = await actorOf(req)
  if (!actor) throw new Refused([{ key: 'refusal.sign-in' }])
  if (actor.passwordMustChange && withForeignPassword === 'refused')
    throw new Refused([{ key: 'refusal.password-must-change' }])
  return actor
}
