import { LANGUAGES, type Language } from '@/domain/language'
import { REASONS } from '@/domain/section'
import { UPDATE_CHOICES, type UpdateChoice } from '@/domain/updates/updates'
import { isEditorState } from '@/lexical/isEditorState'
import { isRecord } from '@/lexical/lexicalJson'
import type { Reasons } from '../editor/sectionValues'
import type { UpdateDraft } from './updateDraft'

/** Words that a person typed for an update: in the result, in a place, as the reasons, or as the note. */
export type TypedWords = {
  of: 'result' | 'answer' | 'why' | 'whyParked' | 'note'
  /** Of a result. */
  language: Language | null
  text: string
}

/**
 * What a draft had that was not recorded: what the person had chosen, how many places they had answered and changes they had left
 * out, and the words, in their order.
 */
export type Unrecorded =
  | { of: 'choice'; choice: UpdateChoice }
  | { of: 'places'; answered: number; declined: number }
  | TypedWords

/** What is kept of an update until it is recorded. */
export type KeptUpdate = {
  /** The texts that the draft is about (`textsDecided`). */
  about: string
  /** What the screen said by then about sections that are decided apart. */
  shown: string
  /** Null if the person typed nothing since then. */
  draft: UpdateDraft | null
  /** The reasons with which the form opened: these the person did not type. */
  stored: Reasons | null
  /** What earlier drafts had, which were about other texts than those that are decided on. */
  earlier: Unrecorded[]
}

/** Has the person neither chosen nor typed anything? */
export function isNothing({ draft, earlier }: Pick<KeptUpdate, 'draft' | 'earlier'>): boolean {
  return draft === null && earlier.length === 0
}

/** Reads a working copy; null if it is nothing that this form can show. */
export function readCopy(copy: string): KeptUpdate | null {
  try {
    return readUpdate(Object(JSON.parse(copy)))
  } catch {
    return null
  }
}

/**
 * Every script of the window can write to the storage, and an older form of the screen wrote to the server: null if it is
 * nothing that this form can show.
 */
export function readUpdate(value: Record<string, unknown>): KeptUpdate | null {
  const { about, shown, draft = null, stored = null, earlier = [] } = value
  if (draft !== null && !isDraft(draft)) return null
  if (stored !== null && !isReasons(stored)) return null
  if (!Array.isArray(earlier) || !earlier.every(isUnrecorded)) return null
  const read = { about: String(about ?? ''), shown: String(shown ?? ''), draft, stored, earlier }
  return isNothing(read) ? null : read
}

function isDraft(value: unknown): value is UpdateDraft {
  const { choice, answers, declined, written, why, whyParked, note } = Object(value)
  return (
    (choice === null || UPDATE_CHOICES.includes(choice)) &&
    isRecordOf(answers, (one) => isRecordOf(one, isAnswer)) &&
    isRecordOf(declined, (one) => Array.isArray(one) && one.every(isText)) &&
    isRecordOf(written, isEdited) &&
    [why, whyParked].every(isReasons) &&
    isText(note)
  )
}

function isAnswer(value: unknown): boolean {
  return isText(value) || isText(Object(value).text)
}

function isEdited(value: unknown): boolean {
  const { title = '', summary = '', body } = Object(value)
  return isRecord(value) && isText(title) && isText(summary) && (body === undefined || isEditorState(body))
}

function isReasons(value: unknown): value is Reasons {
  const { reason, explanation, sources } = Object(value)
  return (reason === '' || REASONS.includes(reason)) && isText(explanation) && isText(sources)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isRecordOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(isOne)
}

/** Are they words, which somebody can copy? */
export function isTyped(one: Unrecorded): one is TypedWords {
  return one.of !== 'choice' && one.of !== 'places'
}

const KINDS = ['result', 'answer', 'why', 'whyParked', 'note'] as const satisfies TypedWords['of'][]

function isUnrecorded(value: unknown): value is Unrecorded {
  const { of, choice, answered, declined, language, text } = Object(value)
  if (of === 'choice') return UPDATE_CHOICES.includes(choice)
  if (of === 'places') return [answered, declined].every(Number.isInteger)
  return KINDS.includes(of) && (language === null || LANGUAGES.includes(language)) && isText(text)
}
