import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { sectionsToNote } from '@/domain/became'
import type { ChangeNote } from '@/domain/changeNote'
import { MASTER, type ManifestEntry } from '@/domain/release'
import { contentHash } from '@/stored/contentHash'
import { loadReleaseDraft } from '@/stored/releaseDrafts'
import { aboutNow } from '@/stored/releaseFacts'
import { releaseState } from '@/stored/releaseState'
import { commonStanding } from '@/stored/releases'
import { loadWorkingSections } from '@/stored/sections'
import { workingEntry } from '@/stored/workingEntry'

/** What is said of the change of one section. */
export type Noting = (section: ManifestEntry) => Omit<ChangeNote, 'key'>

/**
 * What a person who has read the working text of a common framework, and the notes on it, releases: what they saw, and a
 * note on each section that changed since the last release.
 */
export async function toRelease({
  payload,
  user,
  toolkit,
  noteOf,
}: {
  payload: Payload
  user: TypedUser
  toolkit: string
  noteOf: Noting
}): Promise<{ toolkit: string; seen: string; seenNotes: number; changes: ChangeNote[] }> {
  const req = await createLocalReq({ user }, payload)
  const sections = await loadWorkingSections({ req, toolkit })
  const about = await aboutNow({ req, toolkit, country: MASTER })
  const { lastText } = await commonStanding({ req, toolkit })
  const { rev } = await loadReleaseDraft({ req, toolkit })
  const next = sections.map(({ content, ...place }) => ({
    entry: workingEntry({ ...place, key: content.key }, contentHash(content)),
  }))
  const changed = sectionsToNote({ last: lastText, next })
  const changes = changed.map(({ key, section }) => ({ key, ...noteOf(section.entry) }))
  return { toolkit, seen: releaseState({ sections, about }), seenNotes: rev, changes }
}
