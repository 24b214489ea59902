import { z } from 'zod'
import { loadCredential } from '@/accounts/credentials'
import { hasRoleEverywhere } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { defineAction } from '../action'
import { id } from '../input'
import { mailPasswordLink } from './mailPasswordLink'

/**
 * An administrator has a link sent to another person, with which they choose a password: an invitation to somebody who has not
 * chosen one yet.
 */
export const sendLink = defineAction<{ of: string }, object>({
  name: 'send-link',
  input: z.object({ of: id }),
  async run({ actor, payload, req, session }, { of }) {
    if (!hasRoleEverywhere(actor, ['admin'])) return refuse('refusal.role-accounts')
    if (of === actor.userId) return refuse('refusal.password-own-account')
    const person = await payload.findByID({
      collection: 'users',
      id: of,
      depth: 0,
      disableErrors: true,
      overrideAccess: false,
      req,
    })
    if (!person) return refuse('refusal.account-unknown')
    const credential = await loadCredential({ payload, session, user: of })
    const hasChosen = credential !== null && !credential.mustChange
    const invitation = hasChosen ? {} : { invitedBy: req.user?.name ?? '' }
    await mailPasswordLink({ payload, session, person, ...invitation })
    return { ok: true, result: {} }
  },
})
