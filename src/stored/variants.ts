import type { PayloadRequest, Where } from 'payload'
import type { AdditionPlace } from '@/domain/additionPlace'
import { LANGUAGES, type Language } from '@/domain/language'
import type { MadeFrom, TranslatedFrom } from '@/domain/madeFrom'
import type { Pause } from '@/domain/pause'
import type { TextPlace, VariantSection } from '@/domain/resolve'
import { AUDIENCES, MODES, type Mode, REASONS, STAGES, TEXT_FIELDS } from '@/domain/section'
import { type SectionBaseline, UPDATE_PARTS, type UpdatePart } from '@/domain/sectionBaseline'
import { fromLexical } from '@/lexical/fromLexical'
import { readChangeReasons } from './changeReasons'
import {
  asByLanguage,
  asChoice,
  asChoices,
  asId,
  asNumber,
  asOneOf,
  asRecord,
  asText,
  asTextOrNull,
  type StoredDocument,
} from './parse'

/** A country's version of a toolkit. */
export type Variant = {
  id: string
  rev: number
  toolkit: string
  country: string
  languages: Language[]
  baseline: string
  /** Do editorial changes of sections that the country never touched come in by themselves? */
  acceptsEditorial: boolean
  /** Updates of all sections wait. */
  paused: Pause | null
}

/** What a country stored for one section, with its revision. */
export type StoredVariantSection = VariantSection & {
  id: string
  rev: number
  variant: string
  country: string
  after: string | null
  updatedBy: string | null
  updatedAt: string
}

/** A variant by its id; null if it does not exist or is not for this person. */
export async function loadVariant({ req, id }: { req: PayloadRequest; id: string }): Promise<Variant | null> {
  return firstVariant(req, { id: { equals: id } })
}

export async function loadVariantOf({
  req,
  toolkit,
  country,
}: {
  req: PayloadRequest
  toolkit: string
  country: string
}): Promise<Variant | null> {
  return firstVariant(req, { and: [{ toolkit: { equals: toolkit } }, { country: { equals: country } }] })
}

/** Every variant that the person may read. */
export async function loadVariants({ req, toolkit }: { req: PayloadRequest; toolkit?: string }): Promise<Variant[]> {
  const { docs } = await req.payload.find({
    collection: 'variants',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'country',
    ...(toolkit ? { where: { toolkit: { equals: toolkit } } } : {}),
  })
  return docs.map((doc) => readVariant(asRecord(doc)))
}

/** What the country has stored for its sections: only those that it changed. */
export async function loadVariantSections({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<StoredVariantSection[]> {
  return sectionsWhere(req, { variant: { equals: variant } })
}

/** What the country has stored for one section; null if it never changed it. */
export async function loadVariantSection({
  req,
  variant,
  key,
}: {
  req: PayloadRequest
  variant: string
  key: string
}): Promise<StoredVariantSection | null> {
  const [section] = await sectionsWhere(req, { and: [{ variant: { equals: variant } }, { key: { equals: key } }] })
  return section ?? null
}

/** The id of what the country has stored for one section; null if it never changed it. */
export async function findVariantSection({
  req,
  variant,
  key,
}: {
  req: PayloadRequest
  variant: string
  key: string
}): Promise<string | null> {
  const { docs } = await req.payload.find({
    collection: 'variant-sections',
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    select: { key: true },
    where: { and: [{ variant: { equals: variant } }, { key: { equals: key } }] },
  })
  return docs[0] ? String(docs[0].id) : null
}

/** Where the sections stand that a country changed, and its choice for each; their texts are not read. */
export async function loadSectionPlaces({
  req,
  variant,
}: {
  req: PayloadRequest
  variant: string
}): Promise<VariantPlace[]> {
  const { docs } = await req.payload.find({
    collection: 'variant-sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: PLACE_FIELDS,
    where: { variant: { equals: variant } },
  })
  return docs.map(asRecord).map(readPlace)
}

/** What a country stored for one section, without what it wrote. */
type VariantPlace = Pick<
  VariantSection,
  'key' | 'mode' | 'translated' | 'translatedFrom' | 'parent' | 'rank' | 'baseline' | 'paused'
>

const PLACE_FIELDS = {
  key: true,
  mode: true,
  translated: true,
  translatedFrom: true,
  parent: true,
  rank: true,
  baseline: true,
  paused: true,
} as const

function readPlace(doc: Record<string, unknown>): VariantPlace {
  return {
    key: asText(doc.key),
    mode: readMode(doc),
    translated: asChoices(doc.translated, LANGUAGES),
    translatedFrom: readTranslatedFrom(doc.translatedFrom),
    parent: asTextOrNull(doc.parent),
    rank: asTextOrNull(doc.rank),
    baseline: readBaseline(doc.baseline),
    paused: readPause(doc.paused),
  }
}

/** The same, with what tells that it changed. */
export type ListedVariantSection = VariantPlace & Pick<StoredVariantSection, 'id' | 'rev' | 'variant' | 'updatedAt'>

/** What countries stored for their sections, by the id of the version, for callers who read few of their texts. */
export async function loadListedVariantSections({
  req,
  variants,
}: {
  req: PayloadRequest
  variants: readonly string[]
}): Promise<Map<string, ListedVariantSection[]>> {
  const { docs } = await req.payload.find({
    collection: 'variant-sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { ...PLACE_FIELDS, rev: true, variant: true, updatedAt: true },
    where: { variant: { in: [...variants] } },
  })
  const listed = new Map(variants.map((id) => [id, [] as ListedVariantSection[]]))
  for (const doc of docs.map(asRecord)) {
    const variant = asId(doc.variant) ?? ''
    const rest = { id: String(doc.id), rev: asNumber(doc.rev), variant, updatedAt: asText(doc.updatedAt) }
    listed.get(variant)?.push({ ...readPlace(doc), ...rest })
  }
  return listed
}

/** These of a version's sections with their texts, by their ids. */
export async function loadVariantSectionsById({
  req,
  ids,
}: {
  req: PayloadRequest
  ids: readonly string[]
}): Promise<Map<string, StoredVariantSection>> {
  if (ids.length === 0) return new Map()
  const sections = await sectionsWhere(req, { id: { in: [...ids] } })
  return new Map(sections.map((section) => [section.id, section]))
}

async function sectionsWhere(req: PayloadRequest, where: Where): Promise<StoredVariantSection[]> {
  const { docs } = await req.payload.find({
    collection: 'variant-sections',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    where,
  })
  return docs.map((doc) => readVariantSection(asRecord(doc)))
}

/** For each variant, the country's choice for the sections that it changed; their texts are not read. */
export async function loadSectionModes({
  req,
  variants,
}: {
  req: PayloadRequest
  variants: readonly string[]
}): Promise<Map<string, Map<string, Mode>>> {
  const { docs } = await req.payload.find({
    collection: 'variant-sections',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    select: { variant: true, key: true, mode: true },
    where: { variant: { in: [...variants] } },
  })
  const modes = new Map(variants.map((id) => [id, new Map<string, Mode>()]))
  for (const doc of docs.map(asRecord)) {
    modes.get(asId(doc.variant) ?? '')?.set(asText(doc.key), readMode(doc))
  }
  return modes
}

async function firstVariant(
  req: PayloadRequest,
  where: Parameters<PayloadRequest['payload']['find']>[0]['where'],
): Promise<Variant | null> {
  const { docs } = await req.payload.find({
    collection: 'variants',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    where,
  })
  return docs[0] ? readVariant(asRecord(docs[0])) : null
}

function readVariant(doc: StoredDocument): Variant {
  return {
    id: String(doc.id),
    rev: asNumber(doc.rev),
    toolkit: asId(doc.toolkit) ?? '',
    country: asText(doc.country),
    languages: asChoices(doc.languages, LANGUAGES),
    baseline: asId(doc.baseline) ?? '',
    acceptsEditorial: doc.acceptsEditorial === true,
    paused: readPause(doc.paused),
  }
}

/** `readText` reads a rich text; a caller who reads many revisions passes one with a cache. */
export function readVariantSection(doc: StoredDocument, readText = fromLexical): StoredVariantSection {
  return {
    id: String(doc.id),
    rev: asNumber(doc.rev),
    variant: asId(doc.variant) ?? '',
    country: asText(doc.country),
    key: asText(doc.key),
    mode: readMode(doc),
    title: asByLanguage(doc.title, asText),
    summary: asByLanguage(doc.summary, asText),
    body: asByLanguage(doc.body, readText),
    addition: asByLanguage(doc.addition, readText),
    translated: asChoices(doc.translated, LANGUAGES),
    translatedFrom: readTranslatedFrom(doc.translatedFrom),
    audiences: Array.isArray(doc.audiences) ? asChoices(doc.audiences, AUDIENCES) : null,
    stages: Array.isArray(doc.stages) ? asChoices(doc.stages, STAGES) : null,
    additionPlace: readAdditionPlace(doc.additionPlace),
    standIns: readStandIns(doc.standIns),
    baseline: readBaseline(doc.baseline),
    paused: readPause(doc.paused),
    slug: asTextOrNull(doc.slug),
    after: asTextOrNull(doc.after),
    parent: asTextOrNull(doc.parent),
    rank: asTextOrNull(doc.rank),
    reason: asChoice(doc.reason, REASONS, null),
    explanation: asByLanguage(doc.explanation, asText),
    sources: asText(doc.sources),
    changeReasons: readChangeReasons(doc.changeReasons),
    updatedBy: asId(doc.updatedBy),
    updatedAt: asText(doc.updatedAt),
  }
}

function readPause(stored: unknown): Pause | null {
  const { reason, until } = asRecord(stored)
  return typeof reason === 'string' ? { reason, until: asTextOrNull(until) } : null
}

/** Where the addition of a section stands, as it is stored. */
export function readAdditionPlace(stored: unknown): AdditionPlace | null {
  const { where, block, words } = asRecord(stored)
  if (where === 'before') return { where }
  return where === 'after-block' ? { where, block: asText(block), words: asText(words) } : null
}

/** Where readers get the text of another language, as it is stored. */
export function readStandIns(stored: unknown): TextPlace[] {
  const all: unknown[] = Array.isArray(stored) ? stored : []
  return all.map(asRecord).flatMap((one): TextPlace[] => {
    const field = asChoice(one.field, TEXT_FIELDS, null)
    const language = asChoice(one.language, LANGUAGES, null)
    return field && language ? [{ field, language }] : []
  })
}

/** On which release each part of a section stands, as it is stored. */
export function readBaseline(stored: unknown): SectionBaseline {
  const baseline = asRecord(stored)
  const known = UPDATE_PARTS.flatMap((part): [UpdatePart, string][] => {
    const release = asTextOrNull(baseline[part])
    return release === null ? [] : [[part, release]]
  })
  return Object.fromEntries(known)
}

function readTranslatedFrom(stored: unknown): TranslatedFrom {
  const byLanguage = asRecord(stored)
  const known = LANGUAGES.filter((language) => language in byLanguage).map((language): [Language, MadeFrom] => {
    const { settled, ...parts } = asRecord(byLanguage[language])
    const blocks = Object.entries(asRecord(settled)).filter(
      (one): one is [string, string] => typeof one[1] === 'string',
    )
    const made = TEXT_FIELDS.flatMap((field): [string, string][] => {
      const release = asTextOrNull(parts[field])
      return release === null ? [] : [[field, release]]
    })
    return [
      language,
      { ...Object.fromEntries(made), ...(blocks.length > 0 ? { settled: Object.fromEntries(blocks) } : {}) },
    ]
  })
  return Object.fromEntries(known)
}

/** A country's choice for a section. Throws for an unknown value: the common text must not take the place of its own. */
function readMode({ id, mode }: StoredDocument): Mode {
  // It is required, and missing only where other fields of a revision are read.
  return asOneOf({ value: mode ?? 'inherit', known: MODES, what: `Variant section ${id}: mode` })
}
