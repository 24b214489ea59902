import type { PayloadRequest, Where } from 'payload'
import type { About, ManifestEntry } from '@/domain/release'
import { EDITION_STATES, type EditionState } from '@/domain/workflow'
import { asId, asNumber, asOneOf, asRecord, asText, asTextOrNull } from './parse'
import { parseAbout, parseManifest } from './release'

/** One round of work on a national version. */
export type Edition = {
  id: string
  rev: number
  variant: string
  toolkit: string
  country: string
  number: number
  state: EditionState
  stateSince: string
  /** When its first text was written (ISO 8601). */
  openedAt: string
  contributors: string[]
  submittedBy: string | null
  lastEditedBy: string | null
  pinnedManifest: ManifestEntry[] | null
  pinnedHash: string | null
  approvedHash: string | null
  /** What its release says about the toolkit and the country; null before it is sent. */
  pinnedAbout: About | null
  round: number
}

/** The newest edition of a variant, published or not; null before the first. */
export async function newestEdition({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<Edition | null> {
  return (await editionsWhere(req, { variant: { equals: variant } }, 1))[0] ?? null
}

/** Where the newest edition of a variant stands, without the sections that it was sent with; null before the first. */
export async function newestEditionState({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<Pick<Edition, 'number' | 'state'> | null> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    select: { number: true, state: true },
    sort: '-number',
    where: { variant: { equals: variant } },
  })
  const [newest] = docs.map(({ id, number, state }) => ({
    number,
    state: asOneOf({ value: state, known: EDITION_STATES, what: `Edition ${id}: state` }),
  }))
  return newest ?? null
}

export async function loadEdition({ req, id }: { req: PayloadRequest; id: string }): Promise<Edition | null> {
  return (await editionsWhere(req, { id: { equals: id } }, 1))[0] ?? null
}

/** The editions in one of these states that the person may read, newest first. */
export function editionsIn({ req, states }: { req: PayloadRequest; states: EditionState[] }): Promise<Edition[]> {
  return editionsWhere(req, { state: { in: states } }, 0)
}

async function editionsWhere(req: PayloadRequest, where: Where, limit: number): Promise<Edition[]> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    depth: 0,
    limit,
    pagination: false,
    overrideAccess: false,
    req,
    sort: '-number',
    where,
  })
  return docs.map(readEdition)
}

function readEdition(doc: unknown): Edition {
  const given = asRecord(doc)
  const contributors: unknown[] = Array.isArray(given.contributors) ? given.contributors : []
  const name = `Edition ${given.id}`
  return {
    id: String(given.id),
    rev: asNumber(given.rev),
    variant: asId(given.variant) ?? '',
    toolkit: asId(given.toolkit) ?? '',
    country: asText(given.country),
    number: asNumber(given.number),
    state: asOneOf({ value: given.state, known: EDITION_STATES, what: `${name}: state` }),
    stateSince: asText(given.stateSince),
    openedAt: asText(given.createdAt),
    contributors: contributors.flatMap((one) => asId(one) ?? []),
    submittedBy: asId(given.submittedBy),
    lastEditedBy: asId(given.lastEditedBy),
    pinnedManifest: given.pinnedManifest ? parseManifest(given.pinnedManifest, `${name}: pinnedManifest`) : null,
    pinnedHash: asTextOrNull(given.pinnedHash),
    approvedHash: asTextOrNull(given.approvedHash),
    pinnedAbout: given.pinnedAbout ? parseAbout(given.pinnedAbout, `${name}: pinnedAbout`) : null,
    round: asNumber(given.round),
  }
}
