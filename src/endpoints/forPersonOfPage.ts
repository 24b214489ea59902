import type { Endpoint, PayloadRequest } from 'payload'
import { languageAsked } from '@/access/languageOf'
import { PERSON_HEADER } from '@/access/personHeader'
import { refuse } from '@/domain/refusal'
import { answer } from './answer'

/**
 * The route for the person for whom the page was made that sends the request: if somebody else has signed in in the
 * same browser since then, it refuses before it reads the input, in the language of the page. A request that names
 * nobody is not checked, and neither is one without a session, which the route itself refuses.
 */
export function forPersonOfPage({ handler, ...endpoint }: Endpoint): Endpoint {
  return {
    ...endpoint,
    handler: (req) => {
      if (!isOfAnotherPerson(req)) return handler(req)
      return answer({ req, outcome: refuse('refusal.other-person'), language: languageAsked(req.headers) })
    },
  }
}

function isOfAnotherPerson({ headers, user }: PayloadRequest): boolean {
  const named = headers.get(PERSON_HEADER)
  return user !== null && named !== null && named !== String(user.id)
}
