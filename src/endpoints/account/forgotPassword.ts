import type { Endpoint } from 'payload'
import { z } from 'zod'
import { clientAddress } from '@/accounts/clientAddress'
import { comesFromOurPages } from '@/accounts/requestOrigin'
import { askForLink } from '@/actions/account/askForLink'
import { badInput } from '@/actions/badInput'
import { refuse } from '@/domain/refusal'
import { sendsMail } from '@/mail/mailSettings'
import { answer } from '../answer'
import { jsonBody } from './jsonBody'

const given = z.object({ email: z.email().max(254) })

/**
 * `POST /api/users/forgot-password` with `{ email }`, from one of our pages: sends a link to choose a new password. The answer is the
 * same whether or not there is an account. Without a mail server it says who can help.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    const { headers, payload } = req
    if (!sendsMail()) return answer({ req, outcome: refuse('refusal.password-forgotten') })
    if (!comesFromOurPages({ headers, config: payload.config }))
      return answer({ req, outcome: refuse('refusal.foreign-page') })
    const parsed = given.safeParse(await jsonBody(req))
    if (!parsed.success)
      return answer({ req, outcome: { ok: false, because: badInput({ error: parsed.error, whole: 'email' }) } })
    const outcome = await askForLink({ payload, ...parsed.data, address: clientAddress(headers) })
    return answer({ req, outcome })
  },
}
