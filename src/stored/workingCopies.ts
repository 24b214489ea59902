import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { WorkingCopy as Stored } from '@/payload-types'

/** Of which text somebody has unsaved words: `owner` is the version or the toolkit. */
export type WorkingCopyPlace = { owner: string; key: string; language: Language }

/** Where a person typed something that they have not saved, in which window, and when it was kept last (ISO 8601). */
export type KeptWork = WorkingCopyPlace & { id: string; window: string; turn: number; at: string }

/** The same, and what they typed: JSON of the screen. */
export type WorkingCopy = KeptWork & { copy: string }

type Asked = { req: PayloadRequest; place?: WorkingCopyPlace }

/** Where the person has unsaved words, newest first: everywhere, or in one text. */
export async function listWorkingCopies(asked: Asked): Promise<KeptWork[]> {
  const { docs } = await asked.req.payload.find({ ...questionFor(asked), select: { copy: false } })
  return docs.map(readWork)
}

/** What the person typed last in one text, and where else they have unsaved words in it; null if they have none. */
export async function loadNewestCopy(
  asked: Required<Asked>,
): Promise<{ newest: WorkingCopy; known: readonly KeptWork[] } | null> {
  const known = await listWorkingCopies(asked)
  const [last] = known
  if (!last) return null
  const { docs } = await asked.req.payload.find({
    ...{ collection: 'working-copies', depth: 0, overrideAccess: false, pagination: false, limit: 1, req: asked.req },
    where: { id: { equals: last.id } },
  })
  const [stored] = docs
  return stored ? { newest: { ...readWork(stored), copy: stored.copy }, known } : null
}

function questionFor({ req, place }: Asked) {
  return {
    ...({ collection: 'working-copies', depth: 0, overrideAccess: false, pagination: false, sort: '-at' } as const),
    ...(place ? { where: ofPlace(place) } : {}),
    req,
  }
}

function readWork({ id, owner, key, language, window, turn, at }: Omit<Stored, 'copy'>): KeptWork {
  return { id, owner, key, language, window, turn, at }
}

function ofPlace({ owner, key, language }: WorkingCopyPlace) {
  return { owner: { equals: owner }, key: { equals: key }, language: { equals: language } }
}
