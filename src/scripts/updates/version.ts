import { createLocalReq, type Payload, type TypedUser } from 'payload'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import { OWN_FIELDS, type OwnField, type SectionContent, type Texts } from '@/domain/section'
import { loadBlobs } from '@/stored/blobs'
import { type ResolvedVariant, resolveVariant } from '@/stored/resolveVariant'
import { loadUpdateDecisions, type RecordedDecision } from '@/stored/updateDecisions'
import { loadUpdates, type Newest, type WaitingUpdate } from '@/stored/updates'
import { loadVariant, type StoredVariantSection, type Variant } from '@/stored/variants'
import { plain } from './wordCounts'

/** The language of the common framework. */
export const SOURCE: Language = 'en'

/** A country of the program: its version of the toolkit, and the people who write and review it. */
export type Country = {
  id: string
  variant: string
  languages: Language[]
  writers: readonly [TypedUser, TypedUser]
  reviewer: TypedUser
}

/** A national version as it is stored at one moment. */
export type VersionNow = {
  variant: Variant
  resolved: ResolvedVariant
  /** What readers get of each section that is not left out. */
  shown: ReadonlyMap<string, { entry: ManifestEntry; content: SectionContent }>
  own: ReadonlyMap<string, StoredVariantSection>
  waiting: ReadonlyMap<string, WaitingUpdate>
  /** Newest first. */
  decisions: readonly RecordedDecision[]
  /** The texts that decisions name as the ones before them, by hash. */
  textsBefore: ReadonlyMap<string, SectionContent>
}

/** Reads a version with the request of one of its writers. */
export async function readVersionNow({
  payload,
  country: { variant: id, writers },
  newest,
}: {
  payload: Payload
  country: Pick<Country, 'variant' | 'writers'>
  newest: Newest
}): Promise<VersionNow> {
  const req = await createLocalReq({ user: writers[0] }, payload)
  const variant = await loadVariant({ req, id })
  if (!variant) throw new Error(`Version ${id} is not there`)
  const resolved = await resolveVariant({ req, variant })
  const waiting = await loadUpdates({ req, variant, newest, sourceLanguage: SOURCE, own: resolved.own })
  const decisions = await loadUpdateDecisions({ req, variants: [id] })
  const hashes = decisions.flatMap(({ textBefore }) => textBefore ?? [])
  // Keys are random: in the order of addresses the same seed meets the same sections.
  const inOrder = resolved.sections.toSorted((one, other) => (one.entry.slug < other.entry.slug ? -1 : 1))
  const shown = inOrder.filter(({ entry }) => entry.mode !== 'omit')
  return {
    variant,
    resolved,
    shown: new Map(shown.map((section) => [section.entry.key, section])),
    own: new Map(resolved.own.map((section) => [section.key, section])),
    waiting: new Map(
      waiting.toSorted((one, other) => (slugOf(one) < slugOf(other) ? -1 : 1)).map((one) => [one.update.key, one]),
    ),
    decisions,
    textsBefore: await loadBlobs({ req, hashes }),
  }
}

function slugOf({ sides: { base, newest, own } }: WaitingUpdate): string {
  return (newest ?? base)?.entry.slug ?? own.slug ?? ''
}

/** All words of some texts in these languages, one line a block. */
export function wholeText(
  texts: Partial<Texts> | undefined,
  languages: readonly Language[],
  fields: readonly OwnField[] = OWN_FIELDS,
): string {
  return languages.flatMap((language) => fields.map((field) => plain(texts?.[field]?.[language]))).join('\n')
}

/** The same as readers get it: above an addition in a language without a text stands that of the common framework. */
export function textRead(texts: Partial<Texts> | undefined, languages: readonly Language[]): string {
  const body = { ...texts?.body }
  for (const language of languages) {
    const isAlone = isEmptyField(body[language]) && !isEmptyField(texts?.addition?.[language])
    const common = texts?.body?.[SOURCE]
    if (isAlone && common) body[language] = common
  }
  return wholeText({ ...texts, body }, languages)
}
