import type { PayloadRequest } from 'payload'
import { isDocumentId } from './isDocumentId'
import { asRecord } from './parse'

/** What is stored about these pictures, of those that the person may see. Other values than ids of documents are passed over. */
export async function loadMediaById({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<Record<string, unknown>[]> {
  const known = ids.filter(isDocumentId)
  if (known.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: known } },
  })
  return docs.map(asRecord)
}
