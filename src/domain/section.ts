import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { RichText } from './richText/richText'

/** What a country may do with a section of the common framework. */
export const POLICIES = ['free', 'supplement-only', 'national'] as const
export type Policy = (typeof POLICIES)[number]

export const AUDIENCES = [
  'lawyer',
  'social-worker',
  'psychologist',
  'health-worker',
  'asylum-officer',
  'police',
  'reception-staff',
  'ngo',
] as const
export type Audience = (typeof AUDIENCES)[number]

export const STAGES = [
  'first-contact',
  'registration',
  'lodging',
  'interview',
  'decision',
  'appeal',
  'transfer',
  'reception',
] as const
export type Stage = (typeof STAGES)[number]

/** What a national version does with a section. `inherit` is also what holds where nothing is stored. */
export const MODES = ['inherit', 'adapt', 'supplement', 'local', 'omit'] as const
export type Mode = (typeof MODES)[number]

/** Why a country differs; the words for it are in the message catalogues. */
export const REASONS = [
  'national-law',
  'national-practice',
  'national-service',
  'does-not-exist-here',
  'words-used-here',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** Why a country does something of its own with a section. */
export type Reasons = { reason: Reason | null; explanation: ByLanguage<string>; sources: string }

export const NO_REASONS: Reasons = { reason: null, explanation: {}, sources: '' }

/** The texts of a section that the common framework has and a country can adapt. */
export const TEXT_FIELDS = ['title', 'summary', 'body'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/** The texts that a country can have of its own in one section. */
export const OWN_FIELDS = [...TEXT_FIELDS, 'addition'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

/** The texts of rich text, of which single parts (paragraphs, lists, tables …) can be brought back. */
export const RICH_FIELDS = ['body', 'addition'] as const
export type RichField = (typeof RICH_FIELDS)[number]

/** All that a country writes in a section in each language. */
export const WRITTEN_FIELDS = [...OWN_FIELDS, 'explanation'] as const

/** The texts of a section, each in its languages. */
export type Texts = {
  title: ByLanguage<string>
  summary: ByLanguage<string>
  body: ByLanguage<RichText>
  /** What a country added below the common text (mode `supplement`). */
  addition: ByLanguage<RichText>
}

export const NO_TEXTS: Texts = { title: {}, summary: {}, body: {}, addition: {} }

/** The type of one text of a section in one language. */
export type Words<Field extends OwnField> = NonNullable<Texts[Field][Language]>

/**
 * The content of one section with all its languages: what a blob stores. This value is immutable; its identity is the
 * sha256 of its canonical JSON.
 */
export type SectionContent = Texts & {
  key: string
  audiences: Audience[]
  stages: Stage[]
  policy: Policy
  guidance: ByLanguage<string>
}

/** The words of one section in one language, as the difference engine takes them. */
export type SectionText = { [Field in OwnField]: Words<Field> } & Pick<SectionContent, 'key' | 'audiences' | 'stages'>

/** A section that nobody has written. */
export function emptyContent(key: string): SectionContent {
  return { key, ...NO_TEXTS, audiences: [], stages: [], policy: 'free', guidance: {} }
}

/** The settings of a section of the common framework: they are no text, and all languages share them. */
export function settingsOf({ audiences, stages, policy }: SectionContent) {
  return { audiences, stages, policy }
}

/** Lists each of these fields in each of the languages, one language after the other. */
export function inEach<Field>(
  fields: readonly Field[],
  languages: readonly Language[] = LANGUAGES,
): { field: Field; language: Language }[] {
  return languages.flatMap((language) => fields.map((field) => ({ field, language })))
}

/** Gives the same section with these words in one field and language; undefined takes the words away. It does not change its input. */
export function withWords<Field extends string, Some extends Record<Field, ByLanguage<string | RichText>>>(
  some: Some,
  field: Field,
  language: Language,
  words: Some[Field][Language],
): Some {
  const { [language]: _, ...others } = some[field]
  return { ...some, [field]: words === undefined ? others : { ...some[field], [language]: words } }
}
