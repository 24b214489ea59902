import type { ImportedSection } from '../importing'
import type { Check } from '../merge/merge'
import type { Refusal } from '../refusal'
import type { SectionContent } from '../section'
import type { Decision, GivenAnswers } from './decision'
import type { ImportSides, RememberedSection, WholeText } from './importedText'

/** A section of the toolkit as it is, as far as the plan needs it. */
export type ExistingSection = {
  slug: string
  parent: string | null
  rank: string
  retired: boolean
  content: SectionContent
}

/** What a person said about a plan. Nothing said: nothing chosen. */
export type ImportChoices = {
  /** By the index of a section of the document: the key of the section that it is; null for a new one. */
  pairs: Readonly<Record<number, string | null>>
  /** By the id of the question that it was given to. What the plan does not ask, it does not look at. */
  resolutions: GivenAnswers
  /** How many sections may go that nobody decided on one by one, where the import asks because they are many. */
  allowGone?: number
}

/** What the import does with one section of the document. */
export type PlannedSection = {
  incoming: ImportedSection
  /** The key of the section that it is matched with, or `newKey` for one that never was there. */
  key: string
  isNew: boolean
  /** It was gone and is back: new to the readers, with the key, the address and the history that it had. */
  returns: boolean
  /** It was left out of the toolkit here since the last import, and stays so. */
  isLeftOut: boolean
  slug: string
  parent: string | null
  rank: string
  status: 'new' | 'changed' | 'same'
  moved: boolean
  /** How it was recognised, for the preview. */
  how: 'hand' | 'slug' | 'title' | 'content' | 'place' | 'none'
  /** The title that it has now, where that differs. */
  titleBefore?: string
  /** Has its text been changed here since the last import? */
  edited: boolean
  /** The text to store: with what was decided; where something is open, what the toolkit has. */
  text: WholeText
  /** null for a new one. */
  sides: ImportSides | null
  /** All that is or was to be decided about it. */
  decisions: Decision[]
  /** The id by which somebody says that it stays as it is here (`ours`); null where the document changes nothing. */
  stays: string | null
  /** Places where edits of both came together, to be read. */
  checks: Check[]
}

/** A section of the toolkit that the document does not have. */
export type GoneSection = {
  key: string
  /** The id by which somebody says that it stays (`ours`) or goes (`theirs`), whether that is to be decided or not. */
  id: string
  title: string
  /** Its text now. */
  text: WholeText
  /** Has its text been changed here since the last import? */
  edited: boolean
  /** Is it left out of the next release? Else it stays. */
  goes: boolean
  /** Asked about only because so many would go; their number answers for all of them (`allowGone`). */
  isOneOfMany: boolean
  /** What is or was to be decided about it. */
  decisions: Decision[]
}

export type ImportPlan = {
  sections: PlannedSection[]
  gone: GoneSection[]
  /** Sections that the document does not have and that stand elsewhere afterwards. */
  placed: { key: string; parent: string | null; rank: string }[]
  /** What nobody has decided yet: the import is refused until it is empty. */
  open: Decision[]
  /** The document lacks more than a tenth of the sections: none of them goes before somebody has said so. */
  asksAboutGone: boolean
  /** What the next import takes as its base. */
  remembered: RememberedSection[]
  problems: Refusal[]
}
