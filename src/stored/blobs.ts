import type { PayloadRequest } from 'payload'
import type { SectionContent } from '@/domain/section'
import { asRecord } from './parse'

/**
 * Contents by their hash. Blobs have no access of their own: whoever may read a manifest may read what it names, so
 * callers take hashes from a manifest that they were allowed to read, and from nowhere else.
 */
export async function loadBlobs({
  req,
  hashes,
}: {
  req: PayloadRequest
  hashes: string[]
}): Promise<Map<string, SectionContent>> {
  const { docs } = await req.payload.find({
    collection: 'blobs',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { id: { in: [...new Set(hashes)] } },
  })
  return new Map(docs.map((doc) => [String(doc.id), asRecord(doc).json as SectionContent]))
}
