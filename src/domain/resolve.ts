import type { Language } from './language'
import type { ManifestEntry, Origin, PlacedSection, Provenance } from './release'
import { isEmptyField, isSameField, isWritten } from './richText/sameText'
import {
  emptyContent,
  inEach,
  type Mode,
  NO_REASONS,
  NO_TEXTS,
  OWN_FIELDS,
  type OwnField,
  type Reasons,
  type SectionContent,
  type Texts,
  withWords,
} from './section'

/** A section of the common release that a national version is based on. */
export type BaseSection = PlacedSection

/** What a country has done with one section. If a field is absent in a language, the country never touched it. */
export type VariantSection = Texts &
  Reasons & {
    key: string
    mode: Mode
    /** The languages in which title, summary and body are a translation of the common text, not own words. */
    translated: Language[]
    /** Only for `local`: the address of the section and its place. */
    slug: string | null
    parent: string | null
    rank: string | null
  }

/** The state of a section that the country has not touched, without its place. */
export const UNTOUCHED: Omit<VariantSection, 'key' | 'slug' | 'parent' | 'rank'> = {
  ...NO_TEXTS,
  ...NO_REASONS,
  mode: 'inherit',
  translated: [],
}

/** Returns the state of a section that the country has not touched. */
export function untouched(key: string): VariantSection {
  return { ...UNTOUCHED, key, slug: null, parent: null, rank: null }
}

/** A section of the resolved version: its full text and origins. Storage adds the hash of the blob. */
export type ResolvedSection = { entry: Omit<ManifestEntry, 'blob'>; content: SectionContent }

/**
 * Returns the full text of a national version: each section of the common release as the country has decided, in the
 * order of the input, then the country's own sections.
 *
 * Whether a section or a field is the common text is derived from the values: a section that is marked as adapted but
 * differs in no field is `inherit`, and an empty text equals a missing common text. If the base lacks a section, what
 * the country wrote in it is kept as its own section.
 */
export function resolve({
  base,
  variant,
  languages,
}: {
  base: BaseSection[]
  variant: VariantSection[]
  languages: readonly Language[]
}): ResolvedSection[] {
  const stored = new Map(variant.map((section) => [section.key, section]))
  const entries = base.map(({ entry }) => entry)
  const ownOf = (key: string) => stored.get(key) ?? untouched(key)
  const common = base.map((section) => resolveSection(section, ownOf(section.entry.key), languages))
  const local = onlyNational(entries, variant)
  return [...common, ...local.map((own) => resolveSection(null, own, languages))]
}

/**
 * Returns the places of all sections that `resolve` would return, without reading a text: they number the sections.
 * `base` are the entries of the common release.
 */
export function resolvedPlaces(
  base: readonly Place[],
  variant: readonly Pick<VariantSection, 'key' | 'mode' | 'parent' | 'rank'>[],
): Place[] {
  const local = onlyNational(base, variant)
  return [...base, ...local.map(({ key, parent, rank }) => ({ key, parent, rank: rank ?? FIRST_RANK }))]
}

type Place = Pick<ManifestEntry, 'key' | 'parent' | 'rank'>

/** The rank of a section for which none is stored. */
const FIRST_RANK = 'a0'

/** The sections of a national version that the common release does not have. */
function onlyNational<Own extends Pick<VariantSection, 'key' | 'mode'>>(
  base: readonly Pick<ManifestEntry, 'key'>[],
  variant: readonly Own[],
): Own[] {
  const known = new Set(base.map(({ key }) => key))
  return variant.filter(({ key, mode }) => !known.has(key) && mode !== 'inherit' && mode !== 'omit')
}

function resolveSection(
  base: BaseSection | null,
  own: VariantSection,
  languages: readonly Language[],
): ResolvedSection {
  const common = base?.content ?? null
  const { title, summary, body } = common ?? own
  let content: SectionContent = {
    ...(common ?? emptyContent(own.key)),
    // Copies, so that a change of the result does not change the input.
    title: { ...title },
    summary: { ...summary },
    body: { ...body },
    addition: common === null && own.mode === 'supplement' ? own.addition : {},
  }
  const provenance: Provenance = {}
  let differs = false
  for (const { field, language } of inEach(OWN_FIELDS, languages)) {
    const text = { own, common, field, language }
    const origin = originOf(text)
    if (origin === 'national') differs = true
    if (common && (origin === 'national' || origin === 'translation'))
      content = withWords(content, field, language, shownText(text))
    if (field !== 'addition') provenance[field] = { ...provenance[field], [language]: origin }
  }
  const chosen = base ? own.mode : 'local'
  const mode = (chosen === 'adapt' || chosen === 'supplement') && !differs ? 'inherit' : chosen
  const { slug, parent, rank } = base?.entry ?? own
  const place = { key: own.key, slug: slug ?? own.key, parent, rank: rank ?? FIRST_RANK, mode }
  const onBase = base ? { baseBlob: base.entry.blob } : {}
  return { content, entry: { ...place, ...onBase, provenance, ...(mode === 'inherit' ? {} : reasonsOf(own)) } }
}

/** One field of a country's section in one language. `common` is null if only the country has the section. */
export type OwnText<Field extends OwnField = OwnField> = {
  own: VariantSection
  common: SectionContent | null
  field: Field
  language: Language
}

/**
 * Is the text that a country has stored here a translation? It is if the language is marked as translated and the
 * common text has words in other languages, but not in this one. A section without a summary has none to translate.
 */
export function isTranslation({ own, common, field, language }: OwnText): boolean {
  const theirs = own.translated.includes(language) ? common?.[field] : undefined
  return theirs !== undefined && isEmptyField(theirs[language]) && isWritten(theirs)
}

/**
 * Returns the stored text of the country that readers get in one field and language: its own words if it adapts the
 * section or is the only one to have it, its addition if it supplements it, and otherwise only a translation of a
 * common text that has no words in the language. Own words that the mode does not use stay stored, and nobody gets them
 * as the common text.
 */
export function shownText<Field extends OwnField>(text: OwnText<Field>): Texts[Field][Language] {
  const { own, common, field, language } = text
  if (own.mode === 'omit') return undefined
  const words = own[field][language]
  if (field === 'addition') return own.mode === 'supplement' && !isEmptyField(words) ? words : undefined
  return own.mode === 'adapt' || common === null || isTranslation(text) ? words : undefined
}

/** Returns the origin of the text that readers get. A country may adapt one language and translate another. */
export function originOf(text: OwnText): Origin {
  const { own, common, field, language } = text
  const [ours, theirs] = [shownText(text), common?.[field][language]]
  // A field without words in any language, as in a section without a summary, is not missing.
  if (isEmptyField(theirs) && isEmptyField(ours) && isWritten((common ?? own)[field])) return 'missing'
  if (common === null) return 'national'
  if (ours === undefined || isSameField(theirs, ours)) return 'common'
  return isTranslation(text) ? 'translation' : 'national'
}

function reasonsOf({ reason, explanation, sources }: Reasons): Pick<ManifestEntry, keyof Reasons> {
  return {
    ...(reason ? { reason } : {}),
    ...(Object.keys(explanation).length > 0 ? { explanation } : {}),
    ...(sources ? { sources } : {}),
  }
}
