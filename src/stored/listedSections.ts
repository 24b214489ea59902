import { LRUCache } from 'lru-cache'
import type { PayloadRequest } from 'payload'
import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { undescribedLanguages } from '@/domain/readiness'
import type { ManifestEntry } from '@/domain/release'
import { originOf, untouched } from '@/domain/resolve'
import type { Policy, SectionContent } from '@/domain/section'
import { contentHash } from './contentHash'
import { asByLanguage, asNumber, asRecord, asText, asTextOrNull, type StoredDocument } from './parse'
import { readPolicy, readSection, type WorkingSection } from './sections'
import { workingEntry } from './workingEntry'

/** The facts that a list shows about a section of the working text and that require reading its texts. */
type TextFacts = {
  blob: string
  /** The languages in which it has a title and a body, if it has a body in any. */
  written: readonly Language[]
  /** The languages in which its body shows a picture without a description. */
  undescribed: readonly Language[]
}

/** A section of the common framework as lists need it, without its texts. */
export type ListedSection = Omit<TextFacts, 'blob'> & {
  id: string
  rev: number
  title: ByLanguage<string>
  policy: Policy
  /** Its entry in the manifest that a release would have now. */
  entry: ManifestEntry
}

/** A section for lists, from one that was loaded with its texts. */
export function listedSection({ id, rev, slug, parent, rank, content }: WorkingSection): ListedSection {
  const { blob, ...facts } = textFacts(content)
  const { key, title, policy } = content
  return { id, rev, title, policy, ...facts, entry: workingEntry({ key, slug, parent, rank }, blob) }
}

/** Facts by section and revision: each stored change has a revision of its own. */
const known = new LRUCache<string, TextFacts>({ max: 20_000 })

/**
 * The sections of a toolkit's common framework, without retired ones, for callers that show no text: no text is read of
 * sections whose revision was seen before. Not in a transaction, which could be rolled back and its revision written
 * again.
 */
export async function loadListedSections({
  req,
  toolkit,
}: {
  req: PayloadRequest
  toolkit: string
}): Promise<ListedSection[]> {
  if (await req.transactionID) throw new Error('loadListedSections: not within a transaction')
  const asked = {
    collection: 'sections',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
  } as const
  const { docs } = await req.payload.find({
    ...asked,
    select: {
      key: true,
      title: true,
      slug: true,
      parent: true,
      rank: true,
      policy: true,
      rev: true,
      retired: true,
      updatedAt: true,
    },
    sort: 'rank',
    where: { toolkit: { equals: toolkit } },
  })
  const sections = docs.map(asRecord).filter(({ retired }) => retired !== true)
  const unknown = sections.filter((doc) => !known.has(revisionOf(doc)))
  const read = new Map<string, TextFacts>()
  if (unknown.length > 0) {
    const ids = unknown.map(({ id }) => String(id))
    const whole = await req.payload.find({ ...asked, where: { id: { in: ids } } })
    for (const doc of whole.docs.map(asRecord)) {
      const facts = textFacts(readSection(doc).content)
      known.set(revisionOf(doc), facts)
      read.set(String(doc.id), facts)
    }
  }
  return sections.flatMap((doc) => {
    const facts = read.get(String(doc.id)) ?? known.get(revisionOf(doc))
    return facts === undefined ? [] : [listed(doc, facts)]
  })
}

/** How many sections `loadListedSections` would list; none of them is read. */
export async function countSections({ req, toolkit }: { req: PayloadRequest; toolkit: string }): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: 'sections',
    overrideAccess: false,
    req,
    where: { toolkit: { equals: toolkit }, retired: { not_equals: true } },
  })
  return totalDocs
}

function listed(doc: StoredDocument, { blob, ...facts }: TextFacts): ListedSection {
  const { key, slug, parent, rank } = doc
  const place = { key: asText(key), slug: asText(slug), parent: asTextOrNull(parent), rank: asText(rank) }
  return {
    id: String(doc.id),
    rev: asNumber(doc.rev),
    title: asByLanguage(doc.title, asText),
    policy: readPolicy(doc),
    ...facts,
    entry: workingEntry(place, blob),
  }
}

function textFacts(content: SectionContent): TextFacts {
  const own = untouched(content.key)
  const isMissing = (field: 'title' | 'body', language: Language) =>
    originOf({ own, common: content, field, language }) === 'missing'
  return {
    blob: contentHash(content),
    written: LANGUAGES.filter((language) => !isMissing('title', language) && !isMissing('body', language)),
    undescribed: undescribedLanguages([content.body]),
  }
}

function revisionOf({ id, rev, updatedAt }: StoredDocument): string {
  return `${id} ${asNumber(rev)} ${asText(updatedAt)}`
}
