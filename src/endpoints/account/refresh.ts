import type { Endpoint } from 'payload'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { extendSession } from '@/accounts/sessions'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'
import { aboutPerson } from './me'
import { withLanguage } from './withLanguage'

/** `POST /api/users/refresh-token`: extends this session, up to its final end. It writes only the session. */
export const refreshEndpoint: Endpoint = {
  path: '/refresh-token',
  method: 'post',
  handler: async (req) => {
    const { payload, user } = req
    const id = sessionIdOf(user)
    const session = id ? await extendSession({ payload, id, now: new Date() }) : null
    if (!session) return answer({ req, outcome: refuse('refusal.sign-in') })
    const person = await aboutPerson({ req, session })
    const response = Response.json({ ...person, setCookie: false }, { headers: { 'cache-control': 'no-store' } })
    return withLanguage({ response, language: person.user.language, config: payload.config })
  },
}
