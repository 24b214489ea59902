import type { PayloadRequest } from 'payload'
import { asRecord, asText } from './parse'

/** The names of those authors whose accounts the person may read. */
export async function loadNames({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly (string | null)[]
}): Promise<Map<string, string>> {
  const known = [...new Set(ids.flatMap((id) => id ?? []))]
  if (known.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: known } },
  })
  return new Map(docs.map((doc) => [String(doc.id), asText(asRecord(doc).name)]))
}
