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

/** A section of the common framework's release that a national version is based on. */
export type BaseSection = PlacedSection

/** What a country has done with one section. A field and language that is absent was never touched. */
export type VariantSection = Texts &
  Reasons & {
    key: string
    mode: Mode
    /** The languages in which title, summary and body were written as a translation of the common text, not as words of its own. */
    translated: Language[]
    /** Only for `local`: where the section stands and its address. */
    slug: string | null
    parent: string | null
    rank: string | null
  }

/** What is stored of a section that the country has not touched, without its place. */
export const UNTOUCHED: Omit<VariantSection, 'key' | 'slug' | 'parent' | 'rank'> = {
  ...NO_TEXTS,
  ...NO_REASONS,
  mode: 'inherit',
  translated: [],
}

/** A section of the resolved version: the whole text, and whose it is. The blob's hash is added when it is stored. */
export type ResolvedSection = { entry: Omit<ManifestEntry, 'blob'>; content: SectionContent }

/**
 * The full text of a national version: every section of the release it is based on, as the country has decided, and
 * the country's own sections. Pure; the order of the result is that of the input, local sections last.
 *
 * That a section or a field is the common text is derived by comparing values: a section that is marked as adapted and
 * does not differ in any field is `inherit`, and an empty text is no text. What a country wrote in a section that the
 * base does not have is kept as its own section.
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
  const common = base.map((section) => {
    const { key } = section.entry
    const own = stored.get(key) ?? { ...UNTOUCHED, key, slug: null, parent: null, rank: null }
    return resolveSection({ base: section, own, languages })
  })
  const known = new Set(base.map(({ entry }) => entry.key))
  const local = variant.filter(({ key, mode }) => !known.has(key) && mode !== 'inherit' && mode !== 'omit')
  return [...common, ...local.map((own) => resolveSection({ base: null, own, languages }))]
}

function resolveSection({
  base,
  own,
  languages,
}: {
  base: BaseSection | null
  own: VariantSection
  languages: readonly Language[]
}): ResolvedSection {
  const common = base?.content ?? null
  const { title, summary, body } = common ?? own
  let content: SectionContent = {
    ...(common ?? emptyContent(own.key)),
    // Whoever changes the result does not change what it was made from.
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
  const place = { key: own.key, slug: slug ?? own.key, parent, rank: rank ?? 'a0', mode }
  const onBase = base ? { baseBlob: base.entry.blob } : {}
  return { content, entry: { ...place, ...onBase, provenance, ...(mode === 'inherit' ? {} : reasonsOf(own)) } }
}

/** A text of a country in one language, and the section of the common framework; null for one that only the country has. */
export type OwnText<Field extends OwnField = OwnField> = {
  own: VariantSection
  common: SectionContent | null
  field: Field
  language: Language
}

/**
 * Is what a country has stored in a language a translation of the common text at this field? Where the common text has words of its
 * own there, it needs none; where it has none in any language, as in a section without a summary, there is nothing to translate.
 */
export function isTranslation({ own, common, field, language }: OwnText): boolean {
  const theirs = own.translated.includes(language) ? common?.[field] : undefined
  return theirs !== undefined && isEmptyField(theirs[language]) && isWritten(theirs)
}

/**
 * The text that a country has stored for one field in a language, where its choice for the section brings it to readers: its own
 * words where it adapts the section, what it adds where it supplements it, and elsewhere only a translation of a common text that
 * has no words in the language. What it wrote as its own and does not use any more stays stored, and nobody gets it as the common
 * text.
 */
export function shownText<Field extends OwnField>(text: OwnText<Field>): Texts[Field][Language] {
  const { own, common, field, language } = text
  if (own.mode === 'omit') return undefined
  const words = own[field][language]
  if (field === 'addition') return own.mode === 'supplement' && !isEmptyField(words) ? words : undefined
  return own.mode === 'adapt' || common === null || isTranslation(text) ? words : undefined
}

/** Whose text readers get. A country that adapts a section in one language may still have the common text, translated, in another. */
export function originOf(text: OwnText): Origin {
  const { own, common, field, language } = text
  const [ours, theirs] = [shownText(text), common?.[field][language]]
  // A field that nobody has written in any language, as in a section without a summary, is missing in none.
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
