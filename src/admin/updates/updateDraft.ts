import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import type { Resolution, Resolutions } from '@/domain/merge/merge'
import { isSameField } from '@/domain/richText/sameText'
import { type Reason, TEXT_FIELDS, type TextField } from '@/domain/section'
import type { UpdateChoice, UpdateDecision, WrittenTexts } from '@/domain/updates/updates'
import { fromLexical } from '@/lexical/fromLexical'
import type { EditorText, Reasons } from '../editor/sectionValues'

/** A text as a person edits it, in one language. */
export type EditedText = { title: string; summary: string; body: EditorText }

/** What a person has chosen and typed for one update, before it is recorded. */
export type UpdateDraft = {
  choice: UpdateChoice | null
  /** The answers to the places that both changed. */
  answers: ByLanguage<Resolutions>
  /** The changes of the common framework that are not taken. */
  declined: ByLanguage<readonly string[]>
  /** Languages in which the person edited the result. */
  written: ByLanguage<EditedText>
  why: Reasons
  note: string
}

/** Returns the draft with one more answer; undefined removes it. */
export function withAnswer(
  draft: UpdateDraft,
  { language, id, answer }: { language: Language; id: string; answer: Resolution | undefined },
): UpdateDraft {
  const { [id]: _, ...others } = draft.answers[language] ?? {}
  const answers = { ...draft.answers, [language]: answer === undefined ? others : { ...others, [id]: answer } }
  return { ...draft, answers }
}

/** Returns the draft with one change of the common framework taken, or not. */
export function withTaken(
  draft: UpdateDraft,
  { language, id, isTaken }: { language: Language; id: string; isTaken: boolean },
): UpdateDraft {
  const others = (draft.declined[language] ?? []).filter((one) => one !== id)
  return { ...draft, declined: { ...draft.declined, [language]: isTaken ? others : [...others, id] } }
}

/** Returns the draft with the edited text of a language; null discards the edit. */
export function withWritten(draft: UpdateDraft, language: Language, text: EditedText | null): UpdateDraft {
  const { [language]: _, ...others } = draft.written
  return { ...draft, written: text === null ? others : { ...others, [language]: text } }
}

/** The language of an explanation is that of the page: other languages keep what is stored. */
type Explaining = { draft: UpdateDraft; language: Language; merged: (language: Language) => EditedText }

/**
 * Returns the decision that a draft stands for, null before something is chosen. Only for `combine` are answers and edited
 * texts part of it. A field that was not changed by hand is left to the merge, so that a later answer still counts.
 */
export function decisionOf({ draft, language, merged }: Explaining): UpdateDecision | null {
  const { choice, answers, declined, why } = draft
  if (choice === null) return null
  const written = choice === 'combine' ? writtenTexts(draft.written, merged) : {}
  return {
    choice,
    ...(choice === 'combine' ? { resolutions: answers } : {}),
    ...(choice === 'combine' && isAnyDeclined(declined) ? { declined } : {}),
    ...(Object.keys(written).length > 0 ? { written } : {}),
    ...(needsWhy(choice) ? reasonsOf(why, language) : {}),
  }
}

function isAnyDeclined(declined: UpdateDraft['declined']): boolean {
  return Object.values(declined).some((ids) => ids.length > 0)
}

/** Can the version differ from the common text after this choice? Then the screen asks why. */
export function needsWhy(choice: UpdateChoice | null): boolean {
  return choice === 'combine' || choice === 'keep' || choice === 'not-for-us'
}

function reasonsOf({ reason, explanation, sources }: Reasons, language: Language) {
  const chosen: Reason | null = reason === '' ? null : reason
  return { reason: chosen, explanation: { [language]: explanation }, sources }
}

function writtenTexts(written: UpdateDraft['written'], merged: (language: Language) => EditedText): WrittenTexts {
  const texts: WrittenTexts = {}
  for (const language of LANGUAGES) {
    const text = written[language]
    if (!text) continue
    const before = merged(language)
    for (const field of TEXT_FIELDS) {
      if (isSameField(fieldOf(text, field), fieldOf(before, field))) continue
      Object.assign(texts, { [field]: { ...texts[field], [language]: fieldOf(text, field) } })
    }
  }
  return texts
}

function fieldOf(text: EditedText, field: TextField) {
  return field === 'body' ? fromLexical(text.body) : text[field]
}

/** The update of a section as a person saw it, with the other sections that are decided with it. */
export type DecidedOn = {
  variant: string
  key: string
  seen: number
  others: { key: string; seen: number }[]
  release: string
}

/** Returns the input of the action for a decision: rich text as the editor stores it. */
export function inputOf({
  draft,
  decision,
  where,
}: {
  draft: UpdateDraft
  decision: UpdateDecision
  where: DecidedOn & { language: Language }
}): Record<string, unknown> {
  const { written, ...given } = decision
  const body = Object.fromEntries(
    Object.keys(written?.body ?? {}).map((language) => [language, draft.written[language as Language]?.body]),
  )
  const texts = written && { ...written, ...(written.body ? { body } : {}) }
  return { ...where, ...given, ...(texts ? { written: texts } : {}), note: draft.note }
}
