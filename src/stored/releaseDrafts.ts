import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { CHANGE_CLASSES } from '@/domain/changeNote'
import { type DraftNote, type DraftRelease, NO_DRAFT, type ReleaseDraft } from '@/domain/releaseDraft'
import { asId, asRecord, asText } from './parse'
import { parsed } from './parsed'

/** A draft as it is stored; `id` is null if nothing is stored yet. */
export type StoredDraft = ReleaseDraft & { id: string | null; updatedAt: string; updatedBy: string | null }

const note: z.ZodType<DraftNote> = z.object({
  key: z.string(),
  class: z.enum(CHANGE_CLASSES).nullable(),
  note: z.string(),
  decideBy: z.string().nullable(),
  about: z.string(),
  rev: z.number(),
})
const release: z.ZodType<DraftRelease> = z.object({ summary: z.string(), version: z.string(), rev: z.number() })
const draft: z.ZodType<ReleaseDraft> = z.object({ rev: z.number(), notes: z.array(note), release })

/** What is written so far for the next release of a common framework; only for those who keep it. */
export async function loadReleaseDraft({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<StoredDraft> {
  const { docs } = await req.payload.find({
    collection: 'release-drafts',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    where: { toolkit: { equals: toolkit } },
  })
  return docs[0] ? readReleaseDraft(docs[0]) : { ...NO_DRAFT, id: null, updatedAt: '', updatedBy: null }
}

/** Throws with its id if it is not one. */
export function readReleaseDraft(stored: unknown): StoredDraft {
  const { id, updatedAt, updatedBy } = asRecord(stored)
  const held = parsed({ schema: draft, stored, document: `Release draft ${id}` })
  return { ...held, id: String(id), updatedAt: asText(updatedAt), updatedBy: asId(updatedBy) }
}
