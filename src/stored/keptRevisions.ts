import { type ClientSession, type Document, ObjectId } from 'mongodb'
import type { Payload, PayloadRequest } from 'payload'
import type { VariantSection } from '@/domain/resolve'
import { WRITTEN_FIELDS } from '@/domain/section'
import type { Place } from '@/domain/shownAnew'
import { asNumber, asRecord } from './parse'
import { readVariantSection } from './variants'

// A history can contain a hundred texts of a megabyte. Loading and reading one through Payload takes up to a second in
// which no other request is answered: so this queries the database itself for who changed what, in the transaction of
// the request.

/** A kept revision of a national section, without its texts. */
export type Kept = { id: ObjectId; rev: number; at: string; by: string | null }

/** A revision, and the fields whose stored value differs from the previous one. */
export type Changed = Kept & {
  /** The previous revision; undefined for the first one. */
  before: Kept | undefined
  places: Place[]
}

/** The kept revisions of a collection, in the form of the database. */
export function revisionsIn({ db }: Payload, slug: string) {
  const name = db.versions[slug]?.collection.name
  if (!name) throw new Error(`${slug} keeps no revisions`)
  return db.connection.collection(name)
}

/**
 * The revisions of a national section up to `upTo`, newest first. The caller has checked that the person may read the
 * section.
 */
export async function keptRevisions({
  req,
  id,
  upTo,
}: {
  req: PayloadRequest
  id: string
  upTo: number
}): Promise<Kept[]> {
  const projection = { 'version.rev': 1, 'version.updatedAt': 1, 'version.updatedBy': 1, updatedAt: 1 }
  const found = await revisionsIn(req.payload, 'variant-sections')
    .find(upToRevision({ id, upTo }), { projection, ...(await sessionOf(req)) })
    .sort({ 'version.rev': -1 })
    .toArray()
  return found.map(({ _id, version, updatedAt }) => ({
    id: _id,
    rev: asNumber(version.rev),
    at: asMoment(version.updatedAt) || asMoment(updatedAt),
    by: version.updatedBy ? String(version.updatedBy) : null,
  }))
}

/**
 * Which of these revisions (all up to `upTo`, newest first) changed the stored value of these fields: every one that
 * says something else is included, and some that only store the same text differently may be.
 */
export async function changedAt({
  req,
  id,
  revisions,
  upTo,
  places,
}: {
  req: PayloadRequest
  id: string
  revisions: readonly Kept[]
  upTo: number
  places: readonly Place[]
}): Promise<Changed[]> {
  const stored = (place: Place) => ({ $ifNull: [`$version.${pathOf(place)}`, null] })
  const before = (index: number) => `before${index}`
  const pipeline: Document[] = [
    { $match: upToRevision({ id, upTo }) },
    {
      $setWindowFields: {
        sortBy: { 'version.rev': -1 },
        output: Object.fromEntries(
          places.map((place, index) => [before(index), { $shift: { output: stored(place), by: 1, default: null } }]),
        ),
      },
    },
    {
      $project: {
        differs: places.map((place, index) => ({ $ne: [stored(place), { $ifNull: [`$${before(index)}`, null] }] })),
      },
    },
  ]
  const found = await revisionsIn(req.payload, 'variant-sections')
    .aggregate(pipeline, { allowDiskUse: true, ...(await sessionOf(req)) })
    .toArray()
  const differing = new Map(found.map(({ _id, differs }): [string, boolean[]] => [String(_id), differs]))
  return revisions.flatMap((one, index) => {
    const changed = places.filter((_, nth) => differing.get(String(one.id))?.[nth])
    return changed.length > 0 ? [{ ...one, before: revisions[index + 1], places: changed }] : []
  })
}

/** The content of a revision: only these fields, or all of it. */
export async function readKept({
  req,
  kept,
  at = EVERYTHING,
}: {
  req: PayloadRequest
  kept: Kept
  at?: readonly string[]
}): Promise<VariantSection> {
  const found = await revisionsIn(req.payload, 'variant-sections').findOne(
    { _id: kept.id },
    { projection: Object.fromEntries(at.map((path) => [`version.${path}`, 1])), ...(await sessionOf(req)) },
  )
  return readVariantSection(asRecord(found?.version))
}

export function pathOf(place: Place): string {
  return 'language' in place ? `${place.field}.${place.language}` : place.field
}

/** The fields of a national section that readers see. */
const EVERYTHING = [...['key', 'mode', 'translated', 'slug', 'parent', 'rank', 'reason', 'sources'], ...WRITTEN_FIELDS]

function upToRevision({ id, upTo }: { id: string; upTo: number }) {
  // Steps inside one action are not states that anybody saw.
  return { parent: new ObjectId(id), 'version.partial': { $ne: true }, 'version.rev': { $lte: upTo } }
}

async function sessionOf(req: PayloadRequest): Promise<{ session?: ClientSession }> {
  const id = await req.transactionID
  const session = id ? req.payload.db.sessions[id] : undefined
  return session ? { session } : {}
}

function asMoment(value: unknown): string {
  return value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : ''
}
