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
  /** The sections that it was sent with, as stored: see `pinnedManifestOf`. Most screens do not show them. */
  pinnedManifest: unknown
  pinnedHash: string | null
  approvedHash: string | null
  /** What its release says about the toolkit and the country, as stored: see `pinnedAboutOf`. */
  pinnedAbout: unknown
  round: number
}

/** An edition as lists show it, without what it was sent with. */
export type ListedEdition = Omit<Edition, 'pinnedManifest' | 'pinnedAbout'>

/** The sections that an edition was sent with; null before it is sent. Throws with its id if they cannot be read. */
export function pinnedManifestOf({ id, pinnedManifest: stored }: Edition): ManifestEntry[] | null {
  return stored ? parseManifest(stored, `Edition ${id}: pinnedManifest`) : null
}

/**
 * What the release of an edition says about the toolkit and the country; null before it is sent. Throws with its id if
 * it cannot be read.
 */
export function pinnedAboutOf({ id, pinnedAbout: stored }: Edition): About | null {
  return stored ? parseAbout(stored, `Edition ${id}: pinnedAbout`) : null
}

/** The newest edition of a variant, published or not; null before the first. */
export async function newestEdition({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<Edition | null> {
  return firstEdition(req, { variant: { equals: variant } })
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

/** Can something be decided in a version without asking? What it has sent or approved stays as it is until it is published. */
export async function isOpenToUnasked(of: { req: PayloadRequest; variant: string }): Promise<boolean> {
  const edition = await newestEditionState(of)
  return edition?.state !== 'submitted' && edition?.state !== 'approved'
}

/** Where the editions of a version stand. */
export type EditionsOfVariant = {
  newest: Pick<Edition, 'number' | 'state' | 'stateSince'>
  /** When the first one was opened: the country started then (ISO 8601). */
  startedAt: string
}

/** Where the editions of each of these versions stand, by the id of the version. */
export async function loadEditionsOf({
  req,
  variants,
}: {
  req: PayloadRequest
  variants: readonly string[]
}): Promise<Map<string, EditionsOfVariant>> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
    select: { variant: true, number: true, state: true, stateSince: true, createdAt: true },
    sort: 'number',
    where: { variant: { in: [...variants] } },
  })
  const found = new Map<string, EditionsOfVariant>()
  for (const { id, number, state, stateSince, createdAt, variant: of } of docs.map(asRecord)) {
    const variant = asId(of) ?? ''
    const newest = {
      number: asNumber(number),
      state: asOneOf({ value: state, known: EDITION_STATES, what: `Edition ${id}: state` }),
      stateSince: asText(stateSince),
    }
    found.set(variant, { newest, startedAt: found.get(variant)?.startedAt ?? asText(createdAt) })
  }
  return found
}

export async function loadEdition({ req, id }: { req: PayloadRequest; id: string }): Promise<Edition | null> {
  return firstEdition(req, { id: { equals: id } })
}

/** The editions in one of these states that the person may read, newest first. */
export async function editionsIn({
  req,
  states,
}: {
  req: PayloadRequest
  states: EditionState[]
}): Promise<ListedEdition[]> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
    select: { pinnedManifest: false, pinnedAbout: false },
    sort: '-number',
    where: { state: { in: states } },
  })
  return docs.map(readListed)
}

async function firstEdition(req: PayloadRequest, where: Where): Promise<Edition | null> {
  const { docs } = await req.payload.find({
    collection: 'editions',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    sort: '-number',
    where,
  })
  const [doc] = docs.map(asRecord)
  return doc
    ? { ...readListed(doc), pinnedManifest: doc.pinnedManifest ?? null, pinnedAbout: doc.pinnedAbout ?? null }
    : null
}

function readListed(doc: unknown): ListedEdition {
  const given = asRecord(doc)
  const contributors: unknown[] = Array.isArray(given.contributors) ? given.contributors : []
  return {
    id: String(given.id),
    rev: asNumber(given.rev),
    variant: asId(given.variant) ?? '',
    toolkit: asId(given.toolkit) ?? '',
    country: asText(given.country),
    number: asNumber(given.number),
    state: asOneOf({ value: given.state, known: EDITION_STATES, what: `Edition ${given.id}: state` }),
    stateSince: asText(given.stateSince),
    openedAt: asText(given.createdAt),
    contributors: contributors.flatMap((one) => asId(one) ?? []),
    submittedBy: asId(given.submittedBy),
    lastEditedBy: asId(given.lastEditedBy),
    pinnedHash: asTextOrNull(given.pinnedHash),
    approvedHash: asTextOrNull(given.approvedHash),
    round: asNumber(given.round),
  }
}
