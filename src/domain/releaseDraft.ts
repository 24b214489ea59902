import type { UnfinishedNote } from './changeNote'
import { isSameField } from './richText/sameText'

/** What is written so far about the change of one section in the next release of the common framework. */
export type DraftNote = UnfinishedNote & {
  /** The blob of the text that the note is about; empty if the section is removed. The text may have changed since. */
  about: string
  /** The revision of the draft that last changed this note. */
  rev: number
}

/** What is written so far about the release as a whole. */
export type DraftRelease = {
  /** What countries and readers see first. */
  summary: string
  /** The number of the release; empty while it follows from the classes. */
  version: string
  /** The revision of the draft that last changed it. */
  rev: number
}

/** What the coordinators have written so far for the next release of a common framework. */
export type ReleaseDraft = {
  /** 0 if nothing is stored. */
  rev: number
  /** One for each section at most; those of sections that are no longer changed are kept. */
  notes: DraftNote[]
  release: DraftRelease
}

export const NO_DRAFT: ReleaseDraft = { rev: 0, notes: [], release: { summary: '', version: '', rev: 0 } }

/** What somebody writes, and the revision that they saw there (0 if there was nothing). */
export type Seen<Written> = Omit<Written, 'rev'> & { seen: number }

/** What is stored now where somebody saw an older revision. */
export type SavedMeanwhile = { notes: DraftNote[]; release: DraftRelease | null }

/** The note of a section; an empty one if nobody wrote one. */
export function noteOf({ notes }: Pick<ReleaseDraft, 'notes'>, key: string): DraftNote {
  return notes.find((note) => note.key === key) ?? { key, class: null, note: '', decideBy: null, about: '', rev: 0 }
}

/**
 * The draft with what somebody wrote. Each section has a revision of its own, so that people who write about different
 * sections do not disturb each other. Where somebody else saved other words first, nothing of all is taken, and
 * `meanwhile` has what is stored there.
 */
export function draftAfter({
  draft,
  notes,
  release,
}: {
  draft: ReleaseDraft
  notes: readonly Seen<DraftNote>[]
  release: Seen<DraftRelease> | null
}): { ok: true; draft: ReleaseDraft } | { ok: false; meanwhile: SavedMeanwhile } {
  const rev = draft.rev + 1
  const written = notes.map(({ seen, ...note }) => ({ note, seen, stored: noteOf(draft, note.key) }))
  const stale = written.filter(({ note, seen, stored }) => seen !== stored.rev && !isSameNote(note, stored))
  const isStale = release !== null && release.seen !== draft.release.rev && !isSameAbout(release, draft.release)
  if (stale.length > 0 || isStale)
    return {
      ok: false,
      meanwhile: { notes: stale.map(({ stored }) => stored), release: isStale ? draft.release : null },
    }
  const changed = new Map(
    written.flatMap(({ note, stored }) =>
      isSameNote(note, stored) && note.about === stored.about ? [] : [[note.key, { ...note, rev }]],
    ),
  )
  const isOther = release !== null && !isSameAbout(release, draft.release)
  if (changed.size === 0 && !isOther) return { ok: true, draft }
  return {
    ok: true,
    draft: {
      rev,
      notes: [...draft.notes.filter(({ key }) => !changed.has(key)), ...changed.values()],
      release: isOther ? { summary: release.summary, version: release.version, rev } : draft.release,
    },
  }
}

/** The draft once these notes are published: the next release begins without them, and without a summary or number. */
export function draftAfterRelease(draft: ReleaseDraft, published: readonly { key: string }[]): ReleaseDraft {
  const keys = new Set(published.map(({ key }) => key))
  const rev = draft.rev + 1
  return {
    rev,
    notes: draft.notes.filter(({ key }) => !keys.has(key)),
    release: { summary: '', version: '', rev },
  }
}

function isSameNote(one: UnfinishedNote, other: UnfinishedNote): boolean {
  return one.class === other.class && one.decideBy === other.decideBy && isSameField(one.note, other.note)
}

function isSameAbout(one: Omit<DraftRelease, 'rev'>, other: Omit<DraftRelease, 'rev'>): boolean {
  return one.version === other.version && isSameField(one.summary, other.summary)
}
