import type { PayloadRequest, Where } from 'payload'
import { livingIn, type TreeSection } from '@/domain/commonTree'
import { AUDIENCES, POLICIES, type Policy, type SectionContent, STAGES, withRules } from '@/domain/section'
import { fromLexical } from '@/lexical/fromLexical'
import {
  asByLanguage,
  asChoices,
  asId,
  asNumber,
  asOneOf,
  asRecord,
  asText,
  asTextOrNull,
  type StoredDocument,
} from './parse'
import { readRules } from './partRules'

/** The working text of one section of the common framework. */
export type WorkingSection = {
  id: string
  rev: number
  toolkit: string
  slug: string
  parent: string | null
  rank: string
  retired: boolean
  content: SectionContent
  updatedBy: string | null
  updatedAt: string
}

type Of = { req: PayloadRequest; toolkit: string }

/** All sections of a toolkit that the person of the request may read, retired ones too. */
export async function loadSections({ req, toolkit }: Of): Promise<WorkingSection[]> {
  return sectionsWhere({ req, where: { toolkit: { equals: toolkit } } })
}

/** The sections of a toolkit that are not part of the next release. */
export async function loadRetiredSections({ req, toolkit }: Of): Promise<WorkingSection[]> {
  const where: Where = { and: [{ toolkit: { equals: toolkit } }, { retired: { equals: true } }] }
  return sectionsWhere({ req, where })
}

async function sectionsWhere({ req, where }: { req: PayloadRequest; where: Where }): Promise<WorkingSection[]> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'rank',
    where,
  })
  return docs.map((doc) => readSection(asRecord(doc)))
}

/** A section as the tree of its toolkit knows it; its texts are not read. */
export type StoredTreeSection = TreeSection & { id: string; rev: number; slug: string }

/** The tree of the sections of a toolkit, with retired ones. */
export async function loadTree({ req, toolkit }: Of): Promise<StoredTreeSection[]> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { key: true, parent: true, rank: true, retired: true, rev: true, slug: true },
    where: { toolkit: { equals: toolkit } },
  })
  return docs.map(asRecord).map(({ id, key, parent, rank, retired, rev, slug }) => ({
    id: String(id),
    rev: asNumber(rev),
    slug: asText(slug),
    key: asText(key),
    parent: asTextOrNull(parent),
    rank: asText(rank),
    retired: retired === true,
  }))
}

/** The places of the sections of a toolkit, without retired ones. */
export async function loadWorkingPlaces(of: Of): Promise<StoredTreeSection[]> {
  return livingIn(await loadTree(of))
}

/** The keys of all sections of a toolkit, retired ones too. */
export async function loadSectionKeys({ req, toolkit }: Of): Promise<Set<string>> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { key: true },
    where: { toolkit: { equals: toolkit } },
  })
  return new Set(docs.map((doc) => asText(asRecord(doc).key)))
}

/** The working text as a release would store it: without retired sections. */
export async function loadWorkingSections(of: Of): Promise<WorkingSection[]> {
  return (await loadSections(of)).filter(({ retired }) => !retired)
}

/** These sections of the working text, by their keys: as a release would store them. */
export async function loadSectionsOf({
  req,
  toolkit,
  keys,
}: Of & { keys: readonly string[] }): Promise<WorkingSection[]> {
  if (keys.length === 0) return []
  const where: Where = { and: [{ toolkit: { equals: toolkit } }, { key: { in: [...keys] } }] }
  return (await sectionsWhere({ req, where })).filter(({ retired }) => !retired)
}

/** One section by its key; null if it does not exist or is not for this person. */
export async function loadSection({
  req,
  toolkit,
  key,
}: {
  req: PayloadRequest
  toolkit: string
  key: string
}): Promise<WorkingSection | null> {
  const { docs } = await req.payload.find({
    collection: 'sections',
    depth: 0,
    limit: 1,
    pagination: false,
    locale: 'all',
    overrideAccess: false,
    req,
    where: { and: [{ toolkit: { equals: toolkit } }, { key: { equals: key } }] },
  })
  return docs[0] ? readSection(asRecord(docs[0])) : null
}

/** `readText` reads a rich text; a caller who reads many revisions passes one with a cache. */
export function readSection(doc: StoredDocument, readText = fromLexical): WorkingSection {
  return {
    id: String(doc.id),
    rev: asNumber(doc.rev),
    toolkit: asId(doc.toolkit) ?? '',
    slug: asText(doc.slug),
    parent: asTextOrNull(doc.parent),
    rank: asText(doc.rank),
    retired: doc.retired === true,
    updatedBy: asId(doc.updatedBy),
    updatedAt: asText(doc.updatedAt),
    content: withRules(
      {
        key: asText(doc.key),
        title: asByLanguage(doc.title, asText),
        summary: asByLanguage(doc.summary, asText),
        body: asByLanguage(doc.body, readText),
        addition: {},
        audiences: asChoices(doc.audiences, AUDIENCES),
        stages: asChoices(doc.stages, STAGES),
        policy: readPolicy(doc),
        guidance: asByLanguage(doc.guidance, asText),
      },
      readRules(doc),
    ),
  }
}

/** What countries may do with a section. Throws for an unknown value: another policy must not take its place. */
export function readPolicy({ id, policy }: StoredDocument): Policy {
  return asOneOf({ value: policy ?? 'free', known: POLICIES, what: `Section ${id}: policy` })
}
