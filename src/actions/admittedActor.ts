import type { PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import type { Actor } from '@/domain/actor'
import { Refused } from './refused'

/**
 * The person of the request, with their current roles. Throws the refusal for a person who is not signed in, and for a
 * person with a password that somebody else set, unless that is `allowed`.
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
