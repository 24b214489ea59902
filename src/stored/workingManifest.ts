import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import type { ManifestEntry } from '@/domain/release'
import { contentHash } from './contentHash'
import { asNumber, asRecord, asText, asTextOrNull, type StoredDocument } from './parse'
import { readSection, type WorkingSection } from './sections'

type Placed = Pick<WorkingSection, 'slug' | 'parent' | 'rank'> & { key: string }

/** A section of the common framework in the manifest of a release. */
export function workingEntry({ key, slug, parent, rank }: Placed, blob: string): ManifestEntry {
  return { key, slug, parent, rank, mode: 'inherit', blob, provenance: {} }
}

/** The manifest that a release of these sections would have: without retired sections. */
export function manifestOf(sections: readonly WorkingSection[]): ManifestEntry[] {
  return sections
    .filter(({ retired }) => !retired)
    .map(({ content, ...place }) => workingEntry({ ...place, key: content.key }, contentHash(content)))
}

/** Hashes of contents by section and revision: each stored change has a revision of its own. */
const known = new LRUCache<string, string>({ max: 20_000 })

/**
 * The manifest that a release of a toolkit's common framework would have now, for callers that show no text: no text is
 * read of sections whose revision was seen before. Not in a transaction, which could be rolled back and its revision
 * written again.
 */
export async function loadWorkingManifest({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<ManifestEntry[]> {
  if (await req.transactionID) throw new Error('loadWorkingManifest: not within a transaction')
  const asked = { collection: 'sections', depth: 0, overrideAccess: false, pagination: false, req } as const
  const { docs } = await req.payload.find({
    ...asked,
    select: { key: true, slug: true, parent: true, rank: true, rev: true, retired: true, updatedAt: true },
    sort: 'rank',
    where: { toolkit: { equals: toolkit } },
  })
  const sections = docs.map(asRecord).filter(({ retired }) => retired !== true)
  const unknown = sections.filter((doc) => !known.has(revisionOf(doc)))
  const read = new Map<string, string>()
  if (unknown.length > 0) {
    const ids = unknown.map(({ id }) => String(id))
    const whole = await req.payload.find({ ...asked, locale: 'all', where: { id: { in: ids } } })
    for (const doc of whole.docs.map(asRecord)) {
      const hash = contentHash(readSection(doc).content)
      known.set(revisionOf(doc), hash)
      read.set(String(doc.id), hash)
    }
  }
  return sections.flatMap((doc) => {
    const blob = read.get(String(doc.id)) ?? known.get(revisionOf(doc))
    const { key, slug, parent, rank } = doc
    const place = { key: asText(key), slug: asText(slug), parent: asTextOrNull(parent), rank: asText(rank) }
    return blob === undefined ? [] : [workingEntry(place, blob)]
  })
}

function revisionOf({ id, rev, updatedAt }: StoredDocument): string {
  return `${id} ${asNumber(rev)} ${asText(updatedAt)}`
}
