import { readFile } from 'node:fs/promises'
import path from 'node:path'
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import type { SectionContent } from '@/domain/section'
import { picturesDirectory } from '@/stored/picturesDirectory'
import { knownFacts } from './knownFacts'
import type { ReaderSource } from './source'
import { parseContent, parseHead, parsePictures, parseRelease } from './stored'

/*
 * All queries of the reader. They go past access control on purpose: a reader has no account, the contents of drafts
 * lie in the same collection as those that were published, and no route may reach that collection. What keeps drafts
 * in is that contents are only ever asked for by the hashes that a published manifest names. Nothing else is read: not a
 * toolkit, not a country, not a picture's document, so that no write but a publication changes a page.
 */
const asReader = { overrideAccess: true, depth: 0, pagination: false } as const

/** What is published, from the database. */
export async function readerSource(): Promise<ReaderSource> {
  const payload = await getPayload({ config })
  return {
    heads: async (toolkit) => {
      const { docs } = await payload.find({
        ...asReader,
        collection: 'releases',
        ...(toolkit ? { where: { slug: { equals: toolkit } } } : {}),
        select: { manifest: false, pictures: false, files: false },
        sort: 'seq',
      })
      return docs.map(parseHead)
    },
    release: async (id) => {
      const { docs } = await payload.find({ ...asReader, collection: 'releases', where: { id: { equals: id } } })
      return docs[0] && parseRelease(docs[0])
    },
    contents: (hashes) => contentsOf(payload, hashes),
    facts: factsOfContents,
  }
}

const factsOfContents = knownFacts({
  contents: async (hashes) => contentsOf(await getPayload({ config }), hashes),
})

/** Where readers find the site, as the configuration says it. */
export async function siteOrigin(): Promise<string | undefined> {
  const { serverURL } = (await getPayload({ config })).config
  return serverURL ? new URL(serverURL).origin : undefined
}

async function contentsOf(payload: Payload, hashes: readonly string[]): Promise<Map<string, SectionContent>> {
  const wanted = [...new Set(hashes)]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.find({ ...asReader, collection: 'blobs', where: { id: { in: wanted } } })
  return new Map(docs.map((doc) => [String(doc.id), parseContent(doc.json)]))
}

/** The database refuses a question for what is no id. */
const MEDIA_ID = /^[0-9a-f]{24}$/

export type PublishedFile = { bytes: Uint8Array<ArrayBuffer>; mimeType: string }

/** The bytes of a picture, where a release shows it; undefined for all others. */
export async function publishedFile(id: string): Promise<PublishedFile | undefined> {
  if (!MEDIA_ID.test(id)) return undefined
  const payload = await getPayload({ config })
  const { docs } = await payload.find({
    ...asReader,
    collection: 'releases',
    limit: 1,
    select: { pictures: true },
    where: { files: { in: [id] } },
  })
  const file = docs[0] && parsePictures(docs[0])[id]
  if (!file) return undefined
  // The name comes from the database; it must not lead out of the directory all the same.
  const bytes = new Uint8Array(await readFile(path.join(picturesDirectory(payload), path.basename(file.filename))))
  return { bytes, mimeType: file.mimeType }
}
