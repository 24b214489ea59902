import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import { inReadingOrder, type Release } from '@/domain/release'
import { loadBlobs } from '@/stored/blobs'
import { type TextIn, textIn } from '../words/titles'

/**
 * Sections of the last release that the next one will not have, with the titles that they had, in the order of that
 * release.
 */
export async function loadRemovedSections({
  req,
  last,
  removed,
  languages,
}: {
  req: PayloadRequest
  last: Release | null
  /** Their keys. */
  removed: readonly string[]
  languages: readonly Language[]
}): Promise<{ key: string; title: TextIn }[]> {
  if (!last || removed.length === 0) return []
  const entries = inReadingOrder(last.manifest).flatMap(({ entry }) => (removed.includes(entry.key) ? [entry] : []))
  const contents = await loadBlobs({ req, hashes: entries.map(({ blob }) => blob) })
  return entries.map(({ blob, key, slug }) => ({
    key,
    title: textIn({ given: contents.get(blob)?.title ?? {}, languages, otherwise: slug }),
  }))
}
