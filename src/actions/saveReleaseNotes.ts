import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { CHANGE_CLASSES, isDay, MOST_NOTE_CHARACTERS } from '@/domain/changeNote'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { draftAfter } from '@/domain/releaseDraft'
import { loadReleaseDraft } from '@/stored/releaseDrafts'
import { newestRelease } from '@/stored/releases'
import { loadSectionKeys } from '@/stored/sections'
import { defineAction } from './action'
import { id, isEachOnce, key, seen, words } from './input'
import { StaleWrite } from './refused'
import { storeReleaseDraft } from './storeReleaseDraft'

/** The most characters of what is said of a release as a whole, and of its number. */
export const MOST_RELEASE_CHARACTERS = { notes: 5000, version: 20 } as const

/** A day of the calendar, as `2026-12-04`. */
export const day = z.string().refine(isDay)

const note = z.object({
  key,
  class: z.enum(CHANGE_CLASSES).nullable(),
  note: words(MOST_NOTE_CHARACTERS),
  decideBy: day.nullable(),
  /** The hash of the text that the writer saw; empty if the section is removed. */
  about: z.string().max(100),
  seen,
})

/**
 * Keeps what is written so far for the next release of the common framework. Unfinished notes are accepted: the release
 * checks them.
 */
export const saveReleaseNotes = defineAction({
  name: 'save-release-notes',
  input: z.object({
    toolkit: id,
    /** The `seq` of the publication that the writer saw as the last one; 0 before the first. */
    after: seen,
    notes: z
      .array(note)
      .max(2000)
      .refine((given) => isEachOnce(given.map((one) => one.key)))
      .default([]),
    release: z
      .object({
        summary: words(MOST_RELEASE_CHARACTERS.notes),
        version: z.string().trim().max(MOST_RELEASE_CHARACTERS.version),
        seen,
      })
      .nullable()
      .default(null),
  }),
  async run(context, { toolkit, after, notes, release }) {
    const { actor, req } = context
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    const keys = await loadSectionKeys({ req, toolkit })
    // An unknown toolkit has no sections either.
    if (keys.size === 0) return refuse('refusal.nothing-to-release')
    if (notes.some((one) => !keys.has(one.key))) return refuse('refusal.common-section-unknown')
    const last = await newestRelease({ req, toolkit, country: MASTER })
    if ((last?.seq ?? 0) !== after) return refuse('refusal.notes-released', { version: last?.version ?? '' })
    const stored = await loadReleaseDraft({ req, toolkit })
    const outcome = draftAfter({ draft: stored, notes, release })
    if (!outcome.ok) {
      const { rev, updatedAt, updatedBy } = stored
      throw new StaleWrite({ rev, updatedAt, updatedBy, texts: outcome.meanwhile })
    }
    const { draft: next } = outcome
    if (next.rev !== stored.rev) await storeReleaseDraft(context, { toolkit, stored, next })
    return { ok: true, result: { rev: next.rev } }
  },
})
