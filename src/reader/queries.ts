import { readFile } from 'node:fs/promises'
import path from 'node:path'
import config from '@payload-config'
import { MinKey } from 'mongodb'
import { createLocalReq, getPayload } from 'payload'
import { readBlobs } from '@/stored/blobs'
import { isDocumentId } from '@/stored/isDocumentId'
import { picturesDirectory } from '@/stored/picturesDirectory'
import { parsePictures, parseRelease } from '@/stored/release'
import { noteRead } from '@/stored/unreadable'
import { knownChanges } from './knownChanges'
import { knownDifferences } from './knownDifferences'
import { knownFacts } from './knownFacts'
import { knownRegroupings } from './knownRegroupings'
import { knownReleases } from './knownReleases'
import { readableLines } from './readableLines'
import type { ReaderSource } from './source'

/*
 * All queries of the reader. They deliberately bypass access control: a reader has no account, the contents of drafts
 * are in the same collection as those that were published, and no route may reach that collection. Drafts stay hidden
 * because contents are only queried by the hashes that a published manifest names. Nothing else is read: not a toolkit,
 * not a country, not a picture's document, so that no write except a publication changes a page.
 */
const asReader = { overrideAccess: true, depth: 0, pagination: false } as const

/** What the site asks the database. */
export type ReaderDatabase = Omit<ReaderSource, 'heads' | 'apart'> & {
  /**
   * Identifies what is published: the value changes with each publication, from the moment at which it is acknowledged.
   * Only an index is read, and no document.
   */
  state: () => Promise<string>
  /** All publications, with the matching identifier. */
  publications: () => Promise<{ state: string } & Pick<ReaderSource, 'heads' | 'apart'>>
}

/** The database with what one server knows of it: releases, and what was found in texts, none of which ever changes. */
export function readerDatabase(): ReaderDatabase {
  const changes = knownChanges(asked)
  return {
    ...asked,
    changes,
    release: knownReleases(asked),
    facts: knownFacts(asked),
    regroupings: knownRegroupings({ ...asked, changes }),
    differences: knownDifferences(asked),
  }
}

const asked: Omit<ReaderDatabase, 'facts' | 'changes' | 'regroupings' | 'differences'> = {
  state: async () => {
    const db = await database()
    // Counting an index this way is several times faster than with an aggregation.
    const all = { count: RELEASES, query: { _id: { $gte: new MinKey() } }, hint: { _id: 1 } }
    const [{ n }, [newest]] = await Promise.all([
      db.command({ ...all, readConcern: acknowledged.readConcern }, { timeoutMS: acknowledged.timeoutMS }),
      db
        .collection(RELEASES)
        .find({}, { ...acknowledged, projection: { _id: 1 }, sort: { _id: -1 }, limit: 1 })
        .toArray(),
    ])
    return stateOf({ count: Number(n), newest: newest && String(newest._id) })
  },
  publications: async () => {
    const db = await database()
    const docs = await db
      .collection(RELEASES)
      .find({}, { ...acknowledged, projection: { manifest: 0, pictures: 0, files: 0 } })
      .toArray()
    const ids = docs.map(({ _id }) => String(_id))
    const lines = readableLines(docs.map(({ _id, ...doc }) => ({ ...doc, id: String(_id) })))
    const { logger: log } = await getPayload({ config })
    // The list reads a part of each: its own name, so that it does not take back what was found in the rest.
    for (const [id, fault] of lines.faults) noteRead({ document: `Release ${id} in the list`, fault, log })
    if (lines.unnamed) throw lines.unnamed
    return {
      // Those that cannot be read too: otherwise the list would be read again for each request.
      state: stateOf({ count: ids.length, newest: ids.toSorted().at(-1) }),
      apart: lines.apart,
      // The same order on every server, even for those with the same number.
      heads: lines.heads.toSorted((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1)),
    }
  },
  release: async (id) => {
    const payload = await getPayload({ config })
    const { docs } = await payload.find({ ...asReader, collection: 'releases', where: { id: { equals: id } } })
    if (!docs[0]) return undefined
    const document = `Release ${id}`
    try {
      const release = parseRelease(docs[0])
      noteRead({ document, fault: null, log: payload.logger })
      return release
    } catch (error) {
      if (error instanceof Error) noteRead({ document, fault: error, log: payload.logger })
      throw error
    }
  },
  newestWith: async ({ releases: among, section }) => {
    if (among.length === 0) return undefined
    const payload = await getPayload({ config })
    const { docs } = await payload.find({
      ...asReader,
      collection: 'releases',
      limit: 1,
      select: { seq: true },
      sort: '-seq',
      where: { id: { in: [...among] }, 'manifest.slug': { equals: section } },
    })
    return docs[0] && String(docs[0].id)
  },
  contents: async (hashes) => {
    const payload = await getPayload({ config })
    const contents = await readBlobs({ req: await createLocalReq({}, payload), hashes })
    for (const hash of hashes) {
      const found = contents.get(hash) ?? new Error('It is named by a release and is not stored')
      const fault = found instanceof Error ? found : null
      noteRead({ document: `Blob ${hash}`, fault, log: payload.logger })
    }
    return contents
  },
}

/**
 * Reads only what a majority of the database's members have, which is never rolled back. A query that takes too long is
 * cancelled, because others wait for it.
 */
const acknowledged = { readConcern: { level: 'majority' }, readPreference: 'primary', timeoutMS: 20_000 } as const

const RELEASES = 'releases'

async function database() {
  const { connection } = (await getPayload({ config })).db
  return connection.getClient().db(connection.name)
}

/**
 * Publications are only ever added. If two lists were read from what is never rolled back, and have the same number of
 * publications and the same newest one, neither has one that the other lacks.
 */
function stateOf({ count, newest }: { count: number; newest: string | undefined }): string {
  return `${count} ${newest ?? ''}`
}

/** The address of the site for readers, from the configuration: never from a request. */
export async function siteOrigin(): Promise<string> {
  const { serverURL } = (await getPayload({ config })).config
  return new URL(serverURL).origin
}

export type PublishedFile = { bytes: Uint8Array<ArrayBuffer>; mimeType: string }

/** The bytes of a picture, if a release shows it; undefined for all others. */
export async function publishedFile(id: string): Promise<PublishedFile | undefined> {
  if (!isDocumentId(id)) return undefined
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
  // The name comes from the database, but must not lead out of the directory.
  const bytes = new Uint8Array(await readFile(path.join(picturesDirectory(payload), path.basename(file.filename))))
  return { bytes, mimeType: file.mimeType }
}
