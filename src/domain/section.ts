import type { AdditionPlace } from './additionPlace'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { RichText } from './richText/richText'

/** What a country may do with a section of the common framework. */
export const POLICIES = ['free', 'supplement-only', 'national'] as const
export type Policy = (typeof POLICIES)[number]

/**
 * What the common framework asks of countries for one part of a section. fixed: those that adapt the section leave the
 * part as it is in the common text · fill-in: each country that uses the section writes its own there.
 */
export const PART_DEMANDS = ['fixed', 'fill-in'] as const
export type PartDemand = (typeof PART_DEMANDS)[number]

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

/** What a national version does with a section; `inherit` if nothing is stored. */
export const MODES = ['inherit', 'adapt', 'supplement', 'local', 'omit'] as const
export type Mode = (typeof MODES)[number]

/** Stands for the key of a section that is not stored yet. */
export const NEW_SECTION = 'new'

/** The reasons why a country can differ. The message catalogues name them. */
export const REASONS = [
  'national-law',
  'national-practice',
  'national-service',
  'does-not-exist-here',
  'words-used-here',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

/** The most characters of each text of a section that is not rich text; `reference` is one that a change refers to. */
export const MOST_CHARACTERS = {
  title: 300,
  summary: 2000,
  guidance: 4000,
  partGuidance: 500,
  explanation: 2000,
  sources: 2000,
  reference: 300,
} as const

/** What a country did with one place of the common text. */
export const CHANGE_KINDS = ['changed', 'added', 'dropped', 'moved'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One change of a country's text: its title, its summary, or one block of its body. */
export type ChangedAt = {
  field: TextField
  /** The id of the block: that of the common text, or of ours if it was added. Null for a line, and without an id. */
  block: string | null
  is: ChangeKind
  /** That of the words. */
  language: Language
  /** Its first words: they find it again if the id is lost, and name it where the text is not shown. */
  words: string
}

/** A law or another text that a reason refers to, with its address if it has a safe one. */
export type Reference = { text: string; url: string | null }

/** Why a country made one change of the common text. */
export type ChangeReason = {
  at: ChangedAt
  reason: Reason | null
  explanation: ByLanguage<string>
  references: readonly Reference[]
}

/** The limits of reasons for single changes. */
export const MOST_CHANGE_REASONS = 100
export const MOST_REFERENCES = 20

/** Why a country differs from the common text in one section. */
export type Reasons = {
  reason: Reason | null
  explanation: ByLanguage<string>
  sources: string
  /** Reasons for single changes (`domain/changeReasons`). */
  changeReasons: readonly ChangeReason[]
}

export const NO_REASONS: Reasons = { reason: null, explanation: {}, sources: '', changeReasons: [] }

/** The fields of a section's text, and what each is: a line of words, rich text, or a set of choices. */
export const SECTION_FIELDS = [
  { name: 'title', kind: 'text' },
  { name: 'summary', kind: 'text' },
  { name: 'body', kind: 'richText' },
  { name: 'addition', kind: 'richText' },
  { name: 'audiences', kind: 'set' },
  { name: 'stages', kind: 'set' },
] as const
type NameOf<Kind> = Extract<(typeof SECTION_FIELDS)[number], { kind: Kind }>['name']

/** The choices of a section that are no words, the same in all languages. */
export type SetField = NameOf<'set'>
export const SET_FIELDS: readonly SetField[] = SECTION_FIELDS.filter((field) => field.kind === 'set').map(
  ({ name }) => name,
)

/** The texts that a country can write itself in one section. */
export type OwnField = NameOf<'text' | 'richText'>
export const OWN_FIELDS: readonly OwnField[] = SECTION_FIELDS.filter((field) => field.kind !== 'set').map(
  ({ name }) => name,
)

/** The texts of a section that the common framework has and a country can adapt. */
export type TextField = Exclude<OwnField, 'addition'>
export const TEXT_FIELDS: readonly TextField[] = OWN_FIELDS.filter((name) => name !== 'addition')

/** The rich texts, of which single parts (paragraphs, lists, tables …) can be taken from an earlier state. */
export type RichField = NameOf<'richText'>
export const RICH_FIELDS: readonly RichField[] = SECTION_FIELDS.filter((field) => field.kind === 'richText').map(
  ({ name }) => name,
)

/** The texts that a country writes in a section, and with the guidance all that have words, in each language. */
export const WRITTEN_FIELDS = [...OWN_FIELDS, 'explanation'] as const
export const WORD_FIELDS = [...WRITTEN_FIELDS, 'guidance'] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** The texts of a section, each in its languages. */
export type Texts = {
  title: ByLanguage<string>
  summary: ByLanguage<string>
  body: ByLanguage<RichText>
  /** What a country added to the common text (mode `supplement`). */
  addition: ByLanguage<RichText>
}

export const NO_TEXTS: Texts = ownFields({ text: () => ({}), richText: () => ({}) })

/** The type of one text of a section in one language. */
export type Words<Field extends OwnField> = NonNullable<Texts[Field][Language]>

/** The rule for one part of a section of the common framework: see `domain/partRules`. */
export type PartRule = {
  field: TextField
  /**
   * A block at the top of the body, by its id in each language in which somebody set the rule; in others it is the block
   * that stands for it. Null for the whole field.
   */
  block: ByLanguage<string> | null
  demand: PartDemand
  /** What a country is to write there. */
  guidance: ByLanguage<string>
}

/** A section in all its languages, as a blob stores it. Immutable; its identity is the sha256 of its canonical JSON. */
export type SectionContent = Texts & {
  key: string
  /** Absent where there is no addition or it stands after the text, as in blobs from before it could be chosen. */
  additionPlace?: AdditionPlace | undefined
  audiences: Audience[]
  stages: Stage[]
  policy: Policy
  guidance: ByLanguage<string>
  /** Absent if there are none: contents from before there were rules keep their hash. */
  rules?: PartRule[]
}

/** The texts of a section in one language, for the difference engine. */
export type SectionText = { [Field in OwnField]: Words<Field> } & Pick<SectionContent, 'key' | 'audiences' | 'stages'>

/** Returns a value for each text of a section, made by the function for the kind of the field. */
export function ownFields<Line, Rich>({ text, richText }: ByKind<Line, Rich>): AllOwn<Line, Rich> {
  return { title: text('title'), summary: text('summary'), body: richText('body'), addition: richText('addition') }
}
type ByKind<Line, Rich> = { text: (name: NameOf<'text'>) => Line; richText: (name: RichField) => Rich }
type AllOwn<Line, Rich> = Record<NameOf<'text'>, Line> & Record<RichField, Rich>

/** Returns the choices of each set in the order of the lists above, without values that the lists do not have. */
export function setFields(chosen: (name: NameOf<'set'>) => readonly string[]): Pick<SectionText, NameOf<'set'>> {
  const [audiences, stages] = [chosen('audiences'), chosen('stages')]
  return {
    audiences: AUDIENCES.filter((one) => audiences.includes(one)),
    stages: STAGES.filter((one) => stages.includes(one)),
  }
}

/** Returns the text of a section without any words or choices. */
export function emptyText(key: string): SectionText {
  return { key, ...ownFields({ text: () => '', richText: () => [] }), ...setFields(() => []) }
}

/** Returns the content of a section that nobody has written yet. */
export function emptyContent(key: string): SectionContent {
  return { key, ...NO_TEXTS, audiences: [], stages: [], policy: 'free', guidance: {} }
}

/** Returns the settings of a section of the common framework. They are not text, and all languages share them. */
export function settingsOf({ audiences, stages, policy, rules = [] }: SectionContent) {
  return { audiences, stages, policy, rules }
}

/** Returns the section with these rules for its parts. None are stored as nothing (see `SectionContent`). */
export function withRules(content: SectionContent, rules: readonly PartRule[] = []): SectionContent {
  const { rules: _, ...others } = content
  return rules.length === 0 ? others : { ...others, rules: [...rules] }
}

/** Lists each of these fields in each of the languages, one language after the other. */
export function inEach<Field>(
  fields: readonly Field[],
  languages: readonly Language[] = LANGUAGES,
): { field: Field; language: Language }[] {
  return languages.flatMap((language) => fields.map((field) => ({ field, language })))
}

/** Returns a copy of the section with these words in one field and language; undefined removes the words. */
export function withWords<Field extends string, Some extends Record<Field, ByLanguage<string | RichText>>>(
  some: Some,
  field: Field,
  language: Language,
  words: Some[Field][Language],
): Some {
  const { [language]: _, ...others } = some[field]
  return { ...some, [field]: words === undefined ? others : { ...some[field], [language]: words } }
}
