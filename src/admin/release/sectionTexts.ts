import type { PayloadRequest } from 'payload'
import type { SectionContent } from '@/domain/section'
import { loadBlobs } from '@/stored/blobs'
import { loadSectionsOf } from '@/stored/sections'
import type { ReleaseWork } from './releaseWork'

/** The text of a section in the last release and now; null on the side that does not have it. */
export type SectionTexts = { before: SectionContent | null; after: SectionContent | null }

/** Loads both texts of each section that the next release changes, by its key. */
export async function loadSectionTexts({
  req,
  work: { changed, toolkit },
}: {
  req: PayloadRequest
  work: Pick<ReleaseWork, 'changed' | 'toolkit'>
}): Promise<Map<string, SectionTexts>> {
  const [working, blobs] = await Promise.all([
    loadSectionsOf({ req, toolkit: toolkit.id, keys: changed.map(({ key }) => key) }),
    loadBlobs({ req, hashes: changed.flatMap(({ was }) => was?.blob ?? []) }),
  ])
  const now = new Map(working.map(({ content }): [string, SectionContent] => [content.key, content]))
  return new Map(
    changed.map(({ key, was }) => [key, { before: (was && blobs.get(was.blob)) ?? null, after: now.get(key) ?? null }]),
  )
}
