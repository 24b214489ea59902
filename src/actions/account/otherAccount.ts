import type { Payload, PayloadRequest } from 'payload'
import { type Actor, hasRoleEverywhere } from '@/domain/actor'
import { type Outcome, refuse } from '@/domain/refusal'

/** Why a person may not act on the password of this account; null if they may. An administrator acts on those of others. */
export function mayNotActOn({ actor, of }: { actor: Actor; of: string }): Outcome<never> | null {
  if (!hasRoleEverywhere(actor, ['admin'])) return refuse('refusal.role-accounts')
  return of === actor.userId ? refuse('refusal.password-own-account') : null
}

/** The account of another person, on whose password this one may act. */
export async function loadOtherAccount({
  actor,
  payload,
  req,
  of,
}: {
  actor: Actor
  payload: Payload
  req: PayloadRequest
  of: string
}) {
  const forbidden = mayNotActOn({ actor, of })
  if (forbidden) return forbidden
  const account = await payload.findByID({
    collection: 'users',
    id: of,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })
  return account ? { ok: true as const, result: account } : refuse('refusal.account-unknown')
}
