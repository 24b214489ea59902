import type { ByLanguage, Language } from './language'
import type { ManifestEntry, Origin, Provenance } from './release'
import type { RichText } from './richText/richText'
import { type FieldText, isEmptyField, isSameField, isWritten } from './richText/sameText'
import { type Mode, type Reason, type SectionContent, TEXT_FIELDS, type TextField } from './section'
import { isTranslation } from './translating'

/** A section of the common framework's release that a national version is based on. */
export type BaseSection = { entry: ManifestEntry; content: SectionContent }

/** What a country has done with one section. A field and language that is absent was never touched. */
export type VariantSection = {
  key: string
  mode: Mode
  title: ByLanguage<string>
  summary: ByLanguage<string>
  body: ByLanguage<RichText>
  addition: ByLanguage<RichText>
  /** The languages in which title, summary and body were written as a translation of the common text, not as words of its own. */
  translated: Language[]
  /** Only for `local`: where the section stands and its address. */
  slug: string | null
  parent: string | null
  rank: string | null
  reason: Reason | null
  explanation: ByLanguage<string>
  sources: string
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
  const own = new Map(variant.map((section) => [section.key, section]))
  const common = base.map((section) => resolveCommon({ base: section, own: own.get(section.entry.key), languages }))
  const known = new Set(base.map(({ entry }) => entry.key))
  const local = variant.filter(({ key, mode }) => !known.has(key) && mode !== 'inherit' && mode !== 'omit')
  return [...common, ...local.map((section) => resolveLocal(section, languages))]
}

function resolveCommon({
  base,
  own,
  languages,
}: {
  base: BaseSection
  own: VariantSection | undefined
  languages: readonly Language[]
}): ResolvedSection {
  const mode = own?.mode ?? 'inherit'
  const content: SectionContent = {
    ...base.content,
    title: { ...base.content.title },
    summary: { ...base.content.summary },
    body: { ...base.content.body },
    addition: {},
  }
  const provenance: Provenance = {}
  let differs = false
  for (const language of languages) {
    for (const field of TEXT_FIELDS) {
      const theirs = base.content[field][language]
      const ours = own && shownText({ section: own, common: base.content, field, language })
      const isTranslated = own !== undefined && isTranslation({ own, common: base.content, field, language })
      const origin = originOf({ mode, theirs, ours, isTranslated, written: isWritten(base.content[field]) })
      if (origin === 'national' || origin === 'translation') assign({ content, field, language, value: ours })
      if (origin === 'national') differs = true
      provenance[field] = { ...provenance[field], [language]: origin }
    }
    const addition = mode === 'supplement' ? own?.addition[language] : undefined
    if (addition && !isEmptyField(addition)) {
      content.addition[language] = addition
      differs = true
    }
  }
  const effective = (mode === 'adapt' || mode === 'supplement') && !differs ? 'inherit' : mode
  return {
    content,
    entry: {
      key: base.entry.key,
      slug: base.entry.slug,
      parent: base.entry.parent,
      rank: base.entry.rank,
      mode: effective,
      baseBlob: base.entry.blob,
      provenance,
      ...(own && effective !== 'inherit' ? reasonsOf(own) : {}),
    },
  }
}

/**
 * The text that a country has stored for one field in a language, where its choice for the section brings it to readers: its own
 * words where it adapts the section, and elsewhere only a translation of a common text that has no words in the language.
 * What it wrote as its own and does not use any more stays stored, and nobody gets it as the common text.
 */
export function shownText({
  section,
  common,
  field,
  language,
}: {
  section: VariantSection
  /** The section of the common framework; null for one that only the country has. */
  common: SectionContent | null
  field: TextField
  language: Language
}): FieldText {
  if (section.mode === 'omit') return undefined
  const isUsed = section.mode === 'adapt' || common === null || isTranslation({ own: section, common, field, language })
  return isUsed ? section[field][language] : undefined
}

/** A country that adapts a section in one language may still have the common text, translated, in another. */
function originOf({
  mode,
  theirs,
  ours,
  isTranslated,
  written,
}: {
  mode: Mode
  theirs: FieldText
  ours: FieldText
  isTranslated: boolean
  written: boolean
}): Origin {
  // A field that nobody has written in any language, as in a section without a summary, is missing in none.
  if (isEmptyField(theirs) && isEmptyField(ours)) return written ? 'missing' : 'common'
  if (ours === undefined) return 'common'
  if (mode !== 'adapt' || isTranslated) return 'translation'
  return isSameField(theirs, ours) ? 'common' : 'national'
}

function assign({
  content,
  field,
  language,
  value,
}: {
  content: SectionContent
  field: TextField
  language: Language
  value: FieldText
}): void {
  if (field === 'body') {
    if (Array.isArray(value)) content.body[language] = value
  } else if (typeof value === 'string') {
    content[field][language] = value
  }
}

function resolveLocal(section: VariantSection, languages: readonly Language[]): ResolvedSection {
  const provenance: Provenance = {}
  for (const field of TEXT_FIELDS) {
    for (const language of languages) {
      const origin = isEmptyField(section[field][language]) && isWritten(section[field]) ? 'missing' : 'national'
      provenance[field] = { ...provenance[field], [language]: origin }
    }
  }
  return {
    content: {
      key: section.key,
      title: section.title,
      summary: section.summary,
      body: section.body,
      addition: section.mode === 'supplement' ? section.addition : {},
      audiences: [],
      stages: [],
      policy: 'free',
      guidance: {},
    },
    entry: {
      key: section.key,
      slug: section.slug ?? section.key,
      parent: section.parent,
      rank: section.rank ?? 'a0',
      mode: 'local',
      provenance,
      ...reasonsOf(section),
    },
  }
}

function reasonsOf({
  reason,
  explanation,
  sources,
}: VariantSection): Pick<ManifestEntry, 'reason' | 'explanation' | 'sources'> {
  return {
    ...(reason ? { reason } : {}),
    ...(Object.keys(explanation).length > 0 ? { explanation } : {}),
    ...(sources ? { sources } : {}),
  }
}
