import type { Endpoint, PayloadRequest } from 'payload'
import { actorOf } from '@/access/actorOf'
import { sessionIdOf } from '@/accounts/sessionStrategy'
import { type Session, sessionsOf } from '@/accounts/stores'

/**
 * `GET /api/users/me`: who is signed in; never the content of the cookie. `user` is null for nobody.
 */
export const meEndpoint: Endpoint = {
  path: '/me',
  method: 'get',
  handler: async (req) => {
    const { payload, user } = req
    const id = sessionIdOf(user)
    const session = id ? await sessionsOf(payload).findOne({ _id: id }) : null
    const headers = { 'cache-control': 'no-store' }
    if (!user || !session) return Response.json({ user: null }, { headers })
    const passwordMustChange = (await actorOf(req))?.passwordMustChange ?? false
    return Response.json({ ...(await aboutPerson({ req, session })), passwordMustChange }, { headers })
  },
}

/**
 * What Payload's screens need about the person of the request: the document as they may read it themselves. The end of the
 * session is not among it: at that time they would leave the page, with what somebody typed in it, also if the session was
 * extended (`KeepSession`). When it has ended, the page asks the person to sign in again (`SignInAgain`).
 */
export async function aboutPerson({ req, session }: { req: PayloadRequest; session: Session }) {
  const id = session.user
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: false, req })
  return {
    user: { ...user, collection: 'users', _strategy: 'session' },
    collection: 'users',
    strategy: 'session',
  }
}
