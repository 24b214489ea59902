import type { ImportedSection } from '../importing'
import type { Check, GivenAnswers } from '../merge/merge'
import type { Refusal } from '../refusal'
import type { SectionContent } from '../section'
import type { Decision } from './decision'
import type { ImportSides, RememberedSection, WholeText } from './importedText'

/** A section of the toolkit, with what the plan needs. */
export type ExistingSection = {
  slug: string
  parent: string | null
  rank: string
  retired: boolean
  content: SectionContent
}

/** What a person chose for a plan. */
export type ImportChoices = {
  /** By index of a section of the document: the key of the section that it is; null for a new one. */
  pairs: Readonly<Record<number, string | null>>
  /** Answers by the id of their question. The plan ignores answers to questions that it does not ask. */
  resolutions: GivenAnswers
  /** If at most this many sections would go in all, the import does not ask only because they are many. */
  allowGone?: number
}

/** What the import does with one section of the document. */
export type PlannedSection = {
  incoming: ImportedSection
  /** The key of the matching section; a new key if the section never existed. */
  key: string
  isNew: boolean
  /** It was gone and returns: new to readers, but with its old key, address and history. */
  returns: boolean
  /** Somebody left it out of the toolkit here since the last import, and it stays left out. */
  isLeftOut: boolean
  slug: string
  parent: string | null
  rank: string
  status: 'new' | 'changed' | 'same'
  moved: boolean
  /** How it was matched, for the preview. */
  how: 'hand' | 'slug' | 'title' | 'content' | 'place' | 'none'
  /** Its present title, if that differs. */
  titleBefore?: string
  /** Has its text been changed here since the last import? */
  edited: boolean
  /** The text to store. Open places have the toolkit's text, or, if that was deleted, the document's edit of it. */
  text: WholeText
  /** Null for a new section. */
  sides: ImportSides | null
  /** All decisions about it, open or answered. */
  decisions: Decision[]
  /** The id under which to answer that it stays as it is here (`ours`); null if there is nothing to answer. */
  stays: string | null
  /** Places where edits of both were merged, for a person to read. */
  checks: Check[]
}

/** A section of the toolkit that the document does not have. */
export type GoneSection = {
  key: string
  /** The id under which to answer that it stays (`ours`) or goes (`theirs`), even if nobody asks. */
  id: string
  title: string
  /** Its present text. */
  text: WholeText
  /** Has its text been changed here since the last import? */
  edited: boolean
  /** Is it left out of the next release? Else it stays. */
  goes: boolean
  /** A person is asked only because many sections would go; `allowGone` answers for all of them. */
  isOneOfMany: boolean
  /** The decisions about it, open or answered. */
  decisions: Decision[]
}

export type ImportPlan = {
  sections: PlannedSection[]
  gone: GoneSection[]
  /** Sections that the document does not have and that get another place. */
  placed: { key: string; parent: string | null; rank: string }[]
  /** The decisions without an answer: the import is refused until there are none. */
  open: Decision[]
  /** The document lacks more than a tenth of the sections: none of them goes until a person agrees. */
  asksAboutGone: boolean
  /** The base of the next import. */
  remembered: RememberedSection[]
  problems: Refusal[]
}
