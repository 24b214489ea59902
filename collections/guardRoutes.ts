import type { CollectionSlug, Endpoint, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { requestError } from '@/access/requestError'
import { routeProblem } from '@/access/routeProblem'

/** Checks the address of each request to a collection before Payload's handler runs. */
export function guardRoutes(collection: SanitizedCollectionConfig): void {
  if (!collection.endpoints) return
  collection.endpoints = collection.endpoints.map((endpoint) => guarded(endpoint, collection))
}

function guarded(endpoint: Omit<Endpoint, 'root'>, collection: SanitizedCollectionConfig): Omit<Endpoint, 'root'> {
  return {
    ...endpoint,
    handler: async (req: PayloadRequest) => {
      const problem = routeProblem(Object(req.query), collection, endpoint.path)
      if (problem) throw requestError({ req, refusal: problem })
      if (endpoint.path !== '/file/:filename') return endpoint.handler(req)
      // Payload would look for the file, and log its name and the directory as a server error (3.90.2).
      if (!(await isNamed(req, collection))) throw unknownPicture(req)
      const answer = await endpoint.handler(req)
      if (answer.status === 500) throw unknownPicture(req)
      return answer
    },
  }
}

/** Does a document have this file, and may the person read it? */
async function isNamed(req: PayloadRequest, { slug }: SanitizedCollectionConfig): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: slug as CollectionSlug,
    overrideAccess: false,
    req,
    where: { filename: { equals: String(req.routeParams?.filename) } },
  })
  return totalDocs > 0
}

function unknownPicture(req: PayloadRequest) {
  return requestError({ req, refusal: { key: 'request.picture-unknown' } })
}
