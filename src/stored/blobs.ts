import type { PayloadRequest } from 'payload'
import type { SectionContent } from '@/domain/section'
import { parseContent } from './content'
import { knownById } from './knownById'
import { asRecord } from './parse'

/**
 * Contents that were read before, by their hash, under which a content never changes. Reading every text of a version
 * of three hundred sections in six languages takes longer than everything else that a screen needs.
 */
const known = knownById<SectionContent>({ most: 24_000_000 })

/**
 * Contents by their hash. Blobs have no access rules of their own: a person who may read a manifest may read what it
 * names, so callers take hashes only from a manifest that they were allowed to read. Callers must not change what they get.
 */
export async function loadBlobs({
  req,
  hashes,
}: {
  req: PayloadRequest
  hashes: readonly string[]
}): Promise<Map<string, SectionContent>> {
  return known(hashes, async (unknown) => {
    const { docs } = await req.payload.find({
      collection: 'blobs',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      req,
      where: { id: { in: unknown } },
    })
    return docs.map((doc) => {
      const { id, json } = asRecord(doc)
      return [String(id), parseContent(json, `Blob ${id}`)]
    })
  })
}
