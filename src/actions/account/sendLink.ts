import { z } from 'zod'
import { loadCredential } from '@/accounts/credentials'
import { defineAction } from '../action'
import { id } from '../input'
import { mailPasswordLink } from './mailPasswordLink'
import { loadOtherAccount } from './otherAccount'

/**
 * An administrator has a link sent to another person, with which they choose a password: an invitation to somebody who has not
 * chosen one yet.
 */
export const sendLink = defineAction<{ of: string }, object>({
  name: 'send-link',
  input: z.object({ of: id }),
  async run({ actor, payload, req, session }, { of }) {
    const found = await loadOtherAccount({ actor, payload, req, of })
    if (!found.ok) return found
    const credential = await loadCredential({ payload, session, user: of })
    const hasChosen = credential !== null && !credential.mustChange
    const invitation = hasChosen ? {} : { invitedBy: req.user?.name ?? '' }
    await mailPasswordLink({ payload, session, person: found.result, ...invitation })
    return { ok: true, result: {} }
  },
})
