import type { Endpoint, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { requestError } from '@/access/requestError'
import { routeProblem } from '@/access/routeProblem'

/** Looks at the address of each request to a collection before Payload's handler does. */
export function guardRoutes(collection: SanitizedCollectionConfig): void {
  if (!collection.endpoints) return
  collection.endpoints = collection.endpoints.map((endpoint) => guarded(endpoint, collection))
}

function guarded(endpoint: Omit<Endpoint, 'root'>, collection: SanitizedCollectionConfig): Omit<Endpoint, 'root'> {
  return {
    ...endpoint,
    handler: async (req: PayloadRequest) => {
      const problem = routeProblem(Object(req.query), collection)
      if (problem) throw requestError({ req, refusal: problem })
      const answer = await endpoint.handler(req)
      // Payload calls a file that is not there an error of the server (3.90.2).
      if (endpoint.path === '/file/:filename' && answer.status === 500)
        throw requestError({ req, refusal: { key: 'request.picture-unknown' }, status: 404 })
      return answer
    },
  }
}
