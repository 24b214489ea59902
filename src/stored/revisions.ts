import { setImmediate as letOthersGo } from 'node:timers/promises'
import type { PayloadRequest, Where } from 'payload'
import { ROLES, type Role } from '@/domain/actor'
import type { RichText } from '@/domain/richText/richText'
import type { SectionBaseline } from '@/domain/sectionBaseline'
import { fromLexical } from '@/lexical/fromLexical'
import { asChoice, asId, asNumber, asRecord, asText, asTextOrNull, type StoredDocument } from './parse'
import { readSection, type WorkingSection } from './sections'
import { readBaseline, readVariantSection, type StoredVariantSection } from './variants'

/** One kept state of a document: when it was stored, by whom, and by which action. */
export type Revision<Document> = {
  rev: number
  /** ISO 8601. */
  at: string
  by: string | null
  /** The highest role that the author had in the country then; null if it was not stored. */
  as: Role | null
  /** The name of the action; null if it was not stored. */
  did: string | null
  document: Document
}

type ReadText = typeof fromLexical

type Asked = { req: PayloadRequest; id: string; upTo?: number; limit: number }

/**
 * What a country had stored for one section, newest first: from revision `upTo` (the newest) backwards, at most
 * `limit`.
 */
export function loadVariantSectionRevisions(asked: Asked): Promise<Revision<StoredVariantSection>[]> {
  return loadRevisions({ ...asked, collection: 'variant-sections', read: readVariantSection })
}

/** The same for the working text of a section of the common framework. */
export function loadSectionRevisions(asked: Asked): Promise<Revision<WorkingSection>[]> {
  return loadRevisions({ ...asked, collection: 'sections', read: readSection })
}

/** The number of the newest revision of a section, and the action that stored it; null if none is kept. */
export async function loadLastAction({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: 'sections' | 'variant-sections'
  id: string
}): Promise<Pick<Revision<unknown>, 'rev' | 'did'> | null> {
  const { docs } = await req.payload.findVersions({
    collection,
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { version: { rev: true, did: true } },
    sort: '-version.rev',
    where: keptOf(id),
  })
  return (
    docs.map(({ version }) => ({ rev: asNumber(version.rev), did: asTextOrNull(asRecord(version).did) }))[0] ?? null
  )
}

/** On which releases a section of a national version stood at a revision; null if that is not kept. No text is read. */
export async function loadBaselineAt({ req, id, rev }: OneAsked): Promise<SectionBaseline | null> {
  const { docs } = await req.payload.findVersions({
    collection: 'variant-sections',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { version: { baseline: true } },
    where: { and: [keptOf(id), { 'version.rev': { equals: rev } }] },
  })
  return docs.map(({ version }) => readBaseline(asRecord(version).baseline))[0] ?? null
}

/** The keys of the sections of a national version that a person has changed since then; no text is read. */
export async function keysChangedBy({
  req,
  variant,
  person,
  since,
}: {
  req: PayloadRequest
  variant: string
  person: string
  /** ISO 8601. */
  since: string
}): Promise<Set<string>> {
  const { docs } = await req.payload.findVersions({
    collection: 'variant-sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { version: { key: true } },
    where: {
      and: [
        { 'version.variant': { equals: variant } },
        { 'version.updatedBy': { equals: person } },
        { 'version.updatedAt': { greater_than_equal: since } },
      ],
    },
  })
  return new Set(docs.map(({ version }) => asText(version.key)))
}

type OneAsked = { req: PayloadRequest; id: string; rev: number }

/** One revision; null if it does not exist, or is not for this person. */
export async function loadVariantSectionRevision({
  req,
  id,
  rev,
}: OneAsked): Promise<Revision<StoredVariantSection> | null> {
  const revisions = await loadVariantSectionRevisions({ req, id, upTo: rev, limit: 1 })
  return revisions.find((one) => one.rev === rev) ?? null
}

export async function loadSectionRevision({ req, id, rev }: OneAsked): Promise<Revision<WorkingSection> | null> {
  const revisions = await loadSectionRevisions({ req, id, upTo: rev, limit: 1 })
  return revisions.find((one) => one.rev === rev) ?? null
}

async function loadRevisions<Document>({
  req,
  collection,
  id,
  upTo,
  limit,
  read,
}: Asked & {
  collection: 'sections' | 'variant-sections'
  read: (document: StoredDocument, readText: ReadText) => Document
}): Promise<Revision<Document>[]> {
  const until: Where[] = upTo === undefined ? [] : [{ 'version.rev': { less_than_equal: upTo } }]
  const asked = {
    collection,
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: '-version.rev',
  } as const
  const { docs } = await req.payload.findVersions({
    ...asked,
    limit,
    select: { id: true },
    where: { and: [keptOf(id), ...until] },
  })
  const revisions: Revision<Document>[] = []
  const readText = rememberingTexts()
  // One after the other: Payload and we take a second for a text of thousands of paragraphs, and other requests are
  // answered in between.
  for (const { id: one } of docs) {
    const found = await req.payload.findVersions({ ...asked, limit: 1, where: { id: { equals: one } } })
    revisions.push(
      ...found.docs.map((doc) => readRevision({ doc: asRecord(doc), id, read: (one) => read(one, readText) })),
    )
    await letOthersGo()
  }
  return revisions
}

/** The revisions of a document that somebody saw: the steps inside one action are not. */
function keptOf(id: string): Where {
  return { and: [{ parent: { equals: id } }, { 'version.partial': { not_equals: true } }] }
}

/** Most revisions change one text: the others are read once, and are the same object in all of them. */
function rememberingTexts(): ReadText {
  const known = new Map<string, RichText>()
  return (value) => {
    const stored = JSON.stringify(value)
    const text = known.get(stored) ?? fromLexical(value)
    known.set(stored, text)
    return text
  }
}

function readRevision<Document>({
  doc,
  id,
  read,
}: {
  doc: StoredDocument
  id: string
  read: (document: StoredDocument) => Document
}): Revision<Document> {
  const version = asRecord(doc.version)
  return {
    rev: asNumber(version.rev),
    at: asText(version.updatedAt) || asText(doc.updatedAt),
    by: asId(version.updatedBy),
    as: asChoice(version.didAs, ROLES, null),
    did: asTextOrNull(version.did),
    document: read({ ...version, id }),
  }
}
