import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { WorkingCopy as Stored } from '@/payload-types'

/** Of which text somebody has unsaved words: `owner` is the version or the toolkit. */
export type WorkingCopyPlace = { owner: string; key: string; language: Language }

/** Where a person typed something that they have not saved, in which window, and when it was kept last (ISO 8601). */
export type KeptWork = WorkingCopyPlace & { id: string; window: string; at: string }

/** The same with what they typed: JSON of the screen. */
export type WorkingCopy = KeptWork & { copy: string }

type Asked = { req: PayloadRequest; place?: WorkingCopyPlace }

/** Where the person has unsaved words, newest first: everywhere, or in one text. */
export async function listWorkingCopies(asked: Asked): Promise<KeptWork[]> {
  const { docs } = await asked.req.payload.find({ ...questionFor(asked), select: { copy: false } })
  return docs.map(readWork)
}

/** The person's unsaved words in one text, newest first. */
export async function loadWorkingCopies(asked: Required<Asked>): Promise<WorkingCopy[]> {
  const { docs } = await asked.req.payload.find(questionFor(asked))
  return docs.map((stored) => ({ ...readWork(stored), copy: stored.copy }))
}

function questionFor({ req, place }: Asked) {
  return {
    ...({ collection: 'working-copies', depth: 0, overrideAccess: false, pagination: false, sort: '-at' } as const),
    ...(place ? { where: ofPlace(place) } : {}),
    req,
  }
}

function readWork({ id, owner, key, language, window, at }: Omit<Stored, 'copy'>): KeptWork {
  return { id, owner, key, language, window, at }
}

function ofPlace({ owner, key, language }: WorkingCopyPlace) {
  return { owner: { equals: owner }, key: { equals: key }, language: { equals: language } }
}
