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

/** By hash, a content or the error that says why it cannot be read. */
export type ReadContents = ReadonlyMap<string, SectionContent | Error>

/**
 * Contents by their hash; hashes that are not stored are left out. Throws if one cannot be read. Blobs have no access
 * rules of their own: a person who may read a manifest may read what it names, so callers take hashes only from a
 * manifest that they were allowed to read. Callers must not change what they get.
 */
export async function loadBlobs({
  req,
  hashes,
}: {
  req: PayloadRequest
  hashes: readonly string[]
}): Promise<Map<string, SectionContent>> {
  const contents = new Map<string, SectionContent>()
  for (const [hash, content] of await readBlobs({ req, hashes })) {
    if (content instanceof Error) throw content
    contents.set(hash, content)
  }
  return contents
}

/** As `loadBlobs`, for callers who can do without some: an error takes the place of a content that cannot be read. */
export async function readBlobs({
  req,
  hashes,
}: {
  req: PayloadRequest
  hashes: readonly string[]
}): Promise<ReadContents> {
  const faults = new Map<string, Error>()
  const contents = await known(hashes, async (unknown) => {
    const { docs } = await req.payload.find({
      collection: 'blobs',
      depth: 0,
      overrideAccess: true,
      pagination: false,
      req,
      where: { id: { in: unknown } },
    })
    return docs.flatMap((doc): [string, SectionContent][] => {
      const { id, json } = asRecord(doc)
      try {
        return [[String(id), parseContent(json, `Blob ${id}`)]]
      } catch (error) {
        faults.set(String(id), error instanceof Error ? error : new Error(String(error)))
        return []
      }
    })
  })
  return new Map<string, SectionContent | Error>([...contents, ...faults])
}
