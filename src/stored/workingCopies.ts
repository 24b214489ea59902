import type { PayloadRequest, Where } from 'payload'
import type { Language } from '@/domain/language'
import { sectionOfDecision } from '@/domain/workingCopyOf'
import type { WorkingCopy as Stored } from '@/payload-types'

/** Of which text somebody has unsaved words: `owner` is the version or the toolkit. */
export type WorkingCopyPlace = { owner: string; key: string; language: Language }

/**
 * Where a person typed something that they have not saved, in which window, and when it was kept last (ISO 8601). Once it
 * has ended, nothing is unsaved there any more.
 */
export type KeptWork = WorkingCopyPlace & { id: string; window: string; turn: number; at: string; hasEnded: boolean }

/** The same, and what they typed: JSON of the screen. */
export type WorkingCopy = KeptWork & { copy: string }

type Asked = { req: PayloadRequest; place?: WorkingCopyPlace | Pick<WorkingCopyPlace, 'owner'> }

/** Where the person has unsaved words, newest first: everywhere, in one version or toolkit, or in one text. */
export async function listWorkingCopies(asked: Asked): Promise<KeptWork[]> {
  return (await listAllWorkingCopies(asked)).filter(({ hasEnded }) => !hasEnded)
}

/** The same, and the ones that have ended. */
export async function listAllWorkingCopies({ req, place }: Asked): Promise<KeptWork[]> {
  const { docs } = await req.payload.find({
    ...({ collection: 'working-copies', depth: 0, overrideAccess: false, pagination: false, sort: '-at' } as const),
    ...(place ? { where: ofPlace(place) } : {}),
    select: { copy: false },
    req,
  })
  return docs.map(readWork)
}

/** On which updates of a version the person has begun to decide, by the key of the section: when they did last (ISO 8601). */
export async function loadBegunDecisions({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<ReadonlyMap<string, string>> {
  const copies = await listWorkingCopies({ req, place: { owner: variant } })
  const begun = copies.toReversed().map(({ key, at }): [string | null, string] => [sectionOfDecision(key), at])
  return new Map(begun.flatMap(([key, at]): [string, string][] => (key === null ? [] : [[key, at]])))
}

/** What the person typed last in one text, and where else they have unsaved words in it; null if they have none. */
export async function loadNewestCopy(asked: {
  req: PayloadRequest
  place: WorkingCopyPlace
}): Promise<{ newest: WorkingCopy; known: readonly KeptWork[] } | null> {
  const known = await listWorkingCopies(asked)
  const [last] = known
  if (!last) return null
  const { docs } = await asked.req.payload.find({
    ...{ collection: 'working-copies', depth: 0, overrideAccess: false, pagination: false, limit: 1, req: asked.req },
    where: { id: { equals: last.id } },
  })
  const [stored] = docs
  return stored?.copy ? { newest: { ...readWork(stored), copy: stored.copy }, known } : null
}

function readWork({ id, owner, key, language, window, turn, at, hasEnded }: Omit<Stored, 'copy'>): KeptWork {
  return { id, owner, key, language, window, turn, at, hasEnded }
}

function ofPlace(place: NonNullable<Asked['place']>): Where {
  return Object.fromEntries(Object.entries(place).map(([name, value]) => [name, { equals: value }]))
}
