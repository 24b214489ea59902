import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { SectionContent } from '@/domain/section'
import { parseContent } from './content'
import { asRecord } from './parse'

/**
 * Contents that were read before, by their hash, under which a content never changes. Reading every text of a version
 * of three hundred sections in six languages takes longer than everything else that a screen needs. The limit is in
 * characters of JSON; callers must not change what they get.
 */
const known = new LRUCache<string, SectionContent>({
  maxSize: 24_000_000,
  sizeCalculation: (content) => JSON.stringify(content).length,
})

/**
 * Contents by their hash. Blobs have no access rules of their own: a person who may read a manifest may read what it
 * names, so callers take hashes only from a manifest that they were allowed to read.
 */
export async function loadBlobs({
  req,
  hashes,
}: {
  req: PayloadRequest
  hashes: readonly string[]
}): Promise<Map<string, SectionContent>> {
  const contents = new Map<string, SectionContent>()
  const unknown = new Set<string>()
  for (const hash of hashes) {
    const content = known.get(hash)
    if (content) contents.set(hash, content)
    else unknown.add(hash)
  }
  if (unknown.size === 0) return contents
  const { docs } = await req.payload.find({
    collection: 'blobs',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { id: { in: [...unknown] } },
  })
  for (const doc of docs) {
    const { id, json } = asRecord(doc)
    const content = parseContent(json, `Blob ${id}`)
    known.set(String(id), content)
    contents.set(String(id), content)
  }
  return contents
}
