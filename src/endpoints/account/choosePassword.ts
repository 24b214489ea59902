import type { Endpoint } from 'payload'
import { z } from 'zod'
import { LONGEST_PASSWORD } from '@/accounts/passwordProblem'
import { comesFromOurPages } from '@/accounts/requestOrigin'
import { choosePassword } from '@/actions/account/choosePassword'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'
import { jsonBody } from './jsonBody'
import { withKnownBrowser } from './withSession'

const given = z.object({ token: z.string().min(1).max(100), wanted: z.string().max(LONGEST_PASSWORD * 2) })

/**
 * `POST /api/account/choose-password` with `{ token, wanted }`, from one of our pages: stores the password that a person chooses by
 * a link. It opens no session: the person signs in with it.
 */
export const choosePasswordEndpoint: Endpoint = {
  path: '/account/choose-password',
  method: 'post',
  handler: async (req) => {
    const { headers, payload } = req
    if (!comesFromOurPages({ headers, config: payload.config }))
      return answer({ req, outcome: refuse('refusal.foreign-page') })
    const parsed = given.safeParse(await jsonBody(req))
    if (!parsed.success) return answer({ req, outcome: refuse('refusal.link-over') })
    const outcome = await choosePassword({ payload, ...parsed.data })
    if (!outcome.ok) return answer({ req, outcome })
    const response = answer({ req, outcome: { ok: true, result: {} } })
    return withKnownBrowser({ response, browser: outcome.result.browser, serverURL: payload.config.serverURL })
  },
}
