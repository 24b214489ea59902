import type { Endpoint } from 'payload'
import { z } from 'zod'
import { clientAddress } from '@/accounts/clientAddress'
import { browserCookieName, cookieIn, sessionCookieName } from '@/accounts/cookies'
import { LONGEST_PASSWORD } from '@/accounts/passwordProblem'
import { comesFromOurPages } from '@/accounts/requestOrigin'
import { signIn } from '@/actions/account/signIn'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'
import { agentOf } from './agentOf'
import { jsonBody } from './jsonBody'
import { aboutPerson } from './me'
import { withLanguage } from './withLanguage'
import { withKnownBrowser, withSession } from './withSession'

const given = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(LONGEST_PASSWORD) })

/**
 * `POST /api/users/login` with `{ email, password }` as JSON, from one of our pages: a form of another site must not
 * sign a browser in. The answer contains the person; the session is in the cookie.
 */
export const loginEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    const { headers, payload } = req
    if (!comesFromOurPages({ headers, config: payload.config }))
      return answer({ req, outcome: refuse('refusal.foreign-page') })
    const parsed = given.safeParse(await jsonBody(req))
    if (!parsed.success) return answer({ req, outcome: refuse('refusal.sign-in-wrong') })
    const { serverURL } = payload.config
    const outcome = await signIn({
      payload,
      ...parsed.data,
      visit: {
        address: clientAddress(headers),
        agent: agentOf(headers),
        browser: cookieIn(headers, browserCookieName(serverURL)),
        token: cookieIn(headers, sessionCookieName(serverURL)),
      },
    })
    if (!outcome.ok) return answer({ req, outcome })
    const { browser, mustChange, session, token, user } = outcome.result
    req.user = user
    const response = Response.json(
      { ok: true, result: { passwordMustChange: mustChange }, ...(await aboutPerson({ req, session })) },
      { headers: { 'cache-control': 'no-store' } },
    )
    withKnownBrowser({ response, browser, serverURL })
    withLanguage({ response, language: user.language, config: payload.config })
    return withSession({ response, session, token, serverURL })
  },
}
