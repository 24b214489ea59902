import type { Endpoint } from 'payload'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { signOut } from '@/actions/account/signOut'
import { refuse } from '@/domain/refusal'
import { answer } from '../answer'
import { withoutSession } from './withSession'

/** `POST /api/users/logout`: ends this session; with `?allSessions=true` every one of the person. */
export const logoutEndpoint: Endpoint = {
  path: '/logout',
  method: 'post',
  handler: async (req) => {
    const { payload, searchParams, user } = req
    const id = sessionIdOf(user)
    if (!user || !id) return answer({ req, outcome: refuse('refusal.sign-in') })
    const session = searchParams.get('allSessions') === 'true' ? undefined : id
    const outcome = await signOut({ payload, user, session })
    const response = answer({ req, outcome })
    if (!outcome.ok) return response
    return withoutSession({ response, serverURL: payload.config.serverURL })
  },
}
