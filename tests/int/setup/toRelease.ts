import type { Payload } from 'payload'
import { sectionsToNote } from '@/domain/became'
import type { ChangeNote } from '@/domain/changeNote'
import { MASTER } from '@/domain/release'
import { standingOf } from '@/domain/standing'
import { contentHash } from '@/stored/contentHash'
import { parseRelease } from '@/stored/release'
import { readReleaseDraft } from '@/stored/releaseDrafts'
import { commonAbout } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { readSection } from '@/stored/sections'
import { readToolkit } from '@/stored/toolkits'
import { workingEntry } from '@/stored/workingEntry'

/**
 * The input of a person who has read the current working text of a toolkit and releases it, with a note on each section
 * that changed; `changes` are other notes, or none.
 */
export async function toRelease(
  payload: Payload,
  given: { toolkit: string; version: string; notes?: string; changes?: Partial<ChangeNote>[] },
) {
  const everything = { depth: 0, locale: 'all', overrideAccess: true, pagination: false } as const
  const of = { toolkit: { equals: given.toolkit } }
  const stored = await payload.find({
    collection: 'sections',
    where: { and: [of, { retired: { not_equals: true } }] },
    ...everything,
  })
  const sections = stored.docs.map((doc) => readSection({ ...doc }))
  const toolkits = await payload.find({
    collection: 'toolkits',
    where: { id: { equals: given.toolkit } },
    ...everything,
  })
  const about = commonAbout(readToolkit({ ...toolkits.docs[0] }))
  const releases = await payload.find({
    collection: 'releases',
    where: { and: [of, { country: { equals: MASTER } }] },
    sort: '-seq',
    ...everything,
  })
  const drafts = await payload.find({ collection: 'release-drafts', where: of, ...everything })
  const { lastText: last } = standingOf(releases.docs.map(parseRelease))
  const next = sections.map(({ content, ...place }) => ({
    entry: workingEntry({ ...place, key: content.key }, contentHash(content)),
  }))
  const note = { class: 'clarification' as const, note: 'It says the same more clearly.', decideBy: null }
  return {
    notes: 'What is new in it.',
    changes: sectionsToNote({ last, next }).map(({ key }): ChangeNote => ({ key, ...note })),
    seenNotes: drafts.docs[0] ? readReleaseDraft(drafts.docs[0]).rev : 0,
    ...given,
    seen: releaseState({ sections, about }),
  }
}
