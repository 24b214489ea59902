import type { ByLanguage } from './language'
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

/** The texts of a section that exist once for each language. */
export const TEXT_FIELDS = ['title', 'summary', 'body'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

/**
 * The content of one section with all its languages: what a blob stores. This value is immutable; its identity is the
 * sha256 of its canonical JSON.
 */
export type SectionContent = {
  key: string
  title: ByLanguage<string>
  summary: ByLanguage<string>
  body: ByLanguage<RichText>
  /** What a country added below the common text (mode `supplement`). */
  addition: ByLanguage<RichText>
  audiences: Audience[]
  stages: Stage[]
  policy: Policy
  guidance: ByLanguage<string>
}

/** The words of one section in one language, as the difference engine takes them. */
export type SectionText = {
  key: string
  title: string
  summary: string
  body: RichText
  addition: RichText
  audiences: Audience[]
  stages: Stage[]
}

/** The fields of a section's text, and what each is: a line of words, rich text, or a set of choices. */
export const SECTION_FIELDS = [
  { name: 'title', kind: 'text' },
  { name: 'summary', kind: 'text' },
  { name: 'body', kind: 'richText' },
  { name: 'addition', kind: 'richText' },
  { name: 'audiences', kind: 'set' },
  { name: 'stages', kind: 'set' },
] as const
