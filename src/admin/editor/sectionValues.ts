import type { PlaceChoice } from '@/domain/additionPlace'
import { reasonsOfBoth } from '@/domain/changeReasons'
import { countChanges, diffSection, diffText, type SectionChange } from '@/domain/diff/diff'
import { LANGUAGES } from '@/domain/language'
import { mergeRichText, resolveRichText } from '@/domain/merge/merge'
import type { REASON_NAMES } from '@/domain/nationalSave'
import type { SeenRule } from '@/domain/partRules'
import type { RichText } from '@/domain/richText/richText'
import { isSameField } from '@/domain/richText/sameText'
import {
  AUDIENCES,
  type Audience,
  CHANGE_KINDS,
  type ChangeReason,
  MODES,
  type Mode,
  PART_DEMANDS,
  POLICIES,
  type Policy,
  REASONS,
  type Reason,
  type SectionText,
  STAGES,
  type Stage,
  TEXT_FIELDS,
} from '@/domain/section'
import { fromLexical } from '@/lexical/fromLexical'
import { isEditorState } from '@/lexical/isEditorState'
import { toLexical } from '@/lexical/toLexical'
import { readChangeReasons } from '@/stored/changeReasons'

/** The value of the rich-text editor; read with `fromLexical`, whatever it is. */
export type EditorText = object

/** The values that somebody edits in a section of a national version. */
export type VariantValues = {
  mode: Mode
  title: string
  summary: string
  body: EditorText
  addition: EditorText
  additionPlace: PlaceChoice
  reason: Reason | ''
  explanation: string
  sources: string
  /** Reasons for single changes, each in all its languages. */
  changeReasons: readonly ChangeReason[]
}

/** Why the section as a whole differs. */
export type Reasons = Pick<VariantValues, 'reason' | 'explanation' | 'sources'>

/** All reasons, also those of single changes. They belong to the country's choice for the section, and to no other choice. */
export type ChoiceReasons = Pick<VariantValues, (typeof REASON_NAMES)[number]>
export const NO_REASON: ChoiceReasons = { reason: '', explanation: '', sources: '', changeReasons: [] }

/** The same for a section of the common framework. */
export type MasterValues = {
  title: string
  summary: string
  body: EditorText
  guidance: string
  policy: Policy
  audiences: Audience[]
  stages: Stage[]
  /** What countries may change, part by part. */
  rules: SeenRule[]
}

/** Can the screen show these? They come from a storage, perhaps of an older form of the screen. */
export function fitsVariant({ mode, reason, additionPlace, changeReasons, body, addition }: VariantValues): boolean {
  return (
    MODES.includes(mode) &&
    (reason === '' || REASONS.includes(reason)) &&
    ['after', 'before', 'after-block'].includes(additionPlace?.where) &&
    (additionPlace.where !== 'after-block' || typeof additionPlace.block === 'string') &&
    changeReasons.every(isChangeReason) &&
    [body, addition].every(isEditorState)
  )
}

/** The same for a section of the common framework. */
export function fitsMaster({ policy, audiences, stages, rules, body }: MasterValues): boolean {
  return (
    POLICIES.includes(policy) &&
    audiences.every((one) => AUDIENCES.includes(one)) &&
    stages.every((one) => STAGES.includes(one)) &&
    rules.every(isRule) &&
    isEditorState(body)
  )
}

function isChangeReason(value: unknown): boolean {
  const { at, reason, explanation, references } = Object(value)
  const { block, field, is, language, words } = Object(at)
  return (
    TEXT_FIELDS.includes(field) &&
    CHANGE_KINDS.includes(is) &&
    LANGUAGES.includes(language) &&
    isTextOrNull(block) &&
    typeof words === 'string' &&
    (reason === null || REASONS.includes(reason)) &&
    typeof explanation === 'object' &&
    explanation !== null &&
    Object.values(explanation).every((one) => typeof one === 'string') &&
    Array.isArray(references) &&
    references.map(Object).every(({ text, url }) => typeof text === 'string' && isTextOrNull(url))
  )
}

function isRule(value: unknown): boolean {
  const { block, demand, field, guidance } = Object(value)
  const isKnown = TEXT_FIELDS.includes(field) && PART_DEMANDS.includes(demand)
  return isKnown && isTextOrNull(block) && typeof guidance === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

/** A value that an editor can show and a reader can compare. */
export function editorText(text: RichText): EditorText {
  return toLexical(text)
}

/** Would the two be saved as the same? Texts are compared as readers see them, not as the editor stores them. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isEditorText(one) && isEditorText(other)) return isSameField(fromLexical(one), fromLexical(other))
  // White space around words is not stored, nor characters that nobody sees without any other.
  if (typeof one === 'string' && typeof other === 'string') return isSameField(one.trim(), other.trim())
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The names of the values that differ. */
export function changedNames<Values extends object>({ before, after }: { before: Values; after: Values }): string[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([name, value]) => (isSameValue(was.get(name), value) ? [] : [name]))
}

/**
 * What somebody typed on top of `base`, merged into what another person saved in between, so that saving it undoes
 * nothing of the other's: a field that they did not touch is the other's, and a text that both changed has the words of
 * both. If both changed the same place, it has the words of the person who typed. The choice stays as they saw it, if
 * they touched anything at all; if the other person made another choice, texts stay as typed, and so do the reasons,
 * which the other person gave for their choice.
 */
export function onTopOf<Values extends object>({
  base,
  typed,
  theirs,
  choice,
  reasons,
}: {
  base: Values
  typed: Values
  theirs: Values
  /** The values that say which choice the texts belong to. */
  choice: readonly (keyof Values & string)[]
  /** The values with the reasons for the choice. */
  reasons: readonly (keyof Values & string)[]
}): Values {
  const mine = changedNames({ before: base, after: typed })
  if (mine.length === 0) return theirs
  const others = changedNames({ before: base, after: theirs })
  const [was, now] = [new Map<string, unknown>(Object.entries(base)), new Map<string, unknown>(Object.entries(theirs))]
  const isSameChoice = choice.every((name) => !others.includes(name) || isSameValue(typed[name], theirs[name]))
  const staying = isSameChoice ? choice : [...choice, ...reasons]
  const entries = Object.entries(typed).flatMap(([name, value]): [string, unknown][] => {
    if (!mine.includes(name)) return staying.some((one) => one === name) ? [[name, value]] : []
    const bothChanged = isSameChoice && others.includes(name)
    return [[name, bothChanged ? withBoth(name, { base: was.get(name), mine: value, theirs: now.get(name) }) : value]]
  })
  return { ...theirs, ...Object.fromEntries(entries) }
}

type Three = Record<'base' | 'mine' | 'theirs', unknown>

/** Reasons for single changes are several values, each of which one of the two can have changed. */
function withBoth(name: string, { base, mine, theirs }: Three): unknown {
  if (name !== 'changeReasons') return withWordsOfBoth({ base, mine, theirs })
  const read = readChangeReasons
  return reasonsOfBoth({ base: read(base), mine: read(mine), theirs: read(theirs) })
}

/** A text merged from both changes; any other value is mine. */
function withWordsOfBoth({ base, mine, theirs }: Three): unknown {
  if (!isEditorText(base) || !isEditorText(mine) || !isEditorText(theirs)) return mine
  const [was, ours, others] = [base, mine, theirs].map(fromLexical)
  if (!was || !ours || !others) return mine
  const { nodes, conflicts } = mergeRichText({ base: was, ours, theirs: others })
  const resolutions = Object.fromEntries(conflicts.map(({ id }) => [id, 'ours' as const]))
  return toLexical(resolveRichText({ nodes, resolutions }))
}

/** The difference between the words of two versions of a section. */
export function valuesChange({
  before,
  after,
}: Record<'before' | 'after', VariantValues | MasterValues>): SectionChange {
  return diffSection({ before: sectionTextOf(before), after: sectionTextOf(after) })
}

/** The text that was typed, for a comparison. */
export function sectionTextOf(values: VariantValues | MasterValues): SectionText {
  return {
    key: '',
    title: values.title,
    summary: values.summary,
    body: fromLexical(values.body),
    addition: 'addition' in values ? fromLexical(values.addition) : [],
    audiences: [],
    stages: [],
  }
}

/** How many words were typed on top of `before`: those of the text, and those of the reasons. */
export function typedWords({ before, after }: Record<'before' | 'after', VariantValues | MasterValues>): number {
  const { counts } = valuesChange({ before, after })
  const beside = (values: VariantValues | MasterValues): string[] =>
    'guidance' in values ? [values.guidance] : [values.explanation, values.sources, wordsOfReasons(values)]
  const besides = beside(before).map((was, index) => diffText({ before: was, after: beside(after)[index] ?? '' }))
  return besides.reduce(
    (sum, { segments }) =>
      sum + countChanges([{ field: 'beside', kind: 'text', status: 'changed', segments }]).wordsAdded,
    counts.wordsAdded,
  )
}

/** All words of the reasons for single changes, in every language. */
export function wordsOfReasons({ changeReasons }: VariantValues): string {
  const said = changeReasons.flatMap(({ explanation, references }) => [
    ...Object.values(explanation),
    ...references.flatMap(({ text, url }) => [text, url ?? '']),
  ])
  return said.join(' ')
}

/** Is it an editor value, as far as its form shows? */
export function isEditorText(value: unknown): value is EditorText {
  return typeof value === 'object' && value !== null && 'root' in value
}
