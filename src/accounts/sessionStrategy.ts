import type { AuthStrategy, TypedUser } from 'payload'
import { cookieIn, sessionCookieName } from './cookies'
import { comesFromOurPages } from './requestOrigin'
import { sessionNamedBy } from './sessions'

/** The person of the request, by the cookie of their session. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload }) => {
    const token = cookieIn(headers, sessionCookieName(payload.config.serverURL))
    if (!token || !comesFromOurPages({ headers, config: payload.config })) return { user: null }
    const session = await sessionNamedBy({ payload, token, now: new Date() })
    if (!session) return { user: null }
    const user = await payload.findByID({
      collection: 'users',
      id: session.user,
      depth: 0,
      disableErrors: true,
      // The person must be known before any rule can be applied.
      overrideAccess: true,
    })
    return { user: user && { ...user, collection: 'users', _strategy: 'session', _sid: session._id } }
  },
}

/** The id of the session of this request; undefined for nobody, and for scripts. */
export function sessionIdOf(user: TypedUser | null): string | undefined {
  return user && '_sid' in user && typeof user._sid === 'string' ? user._sid : undefined
}
