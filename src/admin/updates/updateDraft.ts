import { type ByLanguage, LANGUAGES, type Language } from '@/domain/language'
import { type Answer, type Conflict, type GivenAnswer, type GivenAnswers, isAmong } from '@/domain/merge/merge'
import type { VariantSection } from '@/domain/resolve'
import { isSameField } from '@/domain/richText/sameText'
import { TEXT_FIELDS, type TextField } from '@/domain/section'
import {
  type SectionUpdate,
  type ShownUpdate,
  type UpdateChoice,
  type UpdateDecision,
  type WrittenTexts,
  withoutAnswer,
} from '@/domain/updates/updates'
import { fromLexical } from '@/lexical/fromLexical'
import type { EditorText, Reasons } from '../editor/sectionValues'

/** A text as a person edits it, in one language. */
export type EditedText = { title: string; summary: string; body: EditorText }

/** What a person has chosen and typed for one update, before it is recorded. */
export type UpdateDraft = {
  choice: UpdateChoice | null
  /** The answers to the places that both changed. */
  answers: ByLanguage<GivenAnswers>
  /** The changes of the common framework that are not taken. */
  declined: ByLanguage<readonly string[]>
  /** The fields of the result that the person edited by hand. */
  written: ByLanguage<Partial<EditedText>>
  why: Reasons
  /** Why a section is parked: the reason why its text differed is another one. */
  whyParked: Reasons
  note: string
}

const NO_WORDS: Reasons = { reason: '', explanation: '', sources: '' }

/**
 * Returns the language in which the explanation is read and written: that of the page if the version has it, or else the
 * language of the text that is shown first, or else the first one of the version.
 */
export function explanationLanguage({
  languages,
  pageLanguage,
  opening,
}: {
  /** The languages of the version. */
  languages: readonly Language[]
  pageLanguage: Language
  /** The language of the text that is shown first. */
  opening: Language
}): Language {
  return [pageLanguage, opening].find((one) => languages.includes(one)) ?? languages[0] ?? pageLanguage
}

/** Returns the stored reasons, as the form opens with them: none of those why the country adds something, or has a section. */
export function reasonsStored(
  { mode, reason, explanation, sources }: VariantSection,
  /** What `explanationLanguage` returns. */
  language: Language,
): Reasons {
  if (mode !== 'adapt' && mode !== 'omit') return NO_WORDS
  return { reason: reason ?? '', explanation: explanation[language] ?? '', sources }
}

/** Returns the draft before the person has chosen or typed anything. */
export function blankDraft({ choice, stored }: { choice: UpdateChoice | null; stored: Reasons }): UpdateDraft {
  return { choice, answers: {}, declined: {}, written: {}, why: stored, whyParked: NO_WORDS, note: '' }
}

/** Returns the reasons that belong to the chosen decision. */
export function reasonsOf({ choice, why, whyParked }: UpdateDraft): Reasons {
  return choice === 'park' ? whyParked : why
}

/** Returns the draft with other reasons for the chosen decision. */
export function withReasons(draft: UpdateDraft, changes: Partial<Reasons>): UpdateDraft {
  const reasons = { ...reasonsOf(draft), ...changes }
  return { ...draft, ...(draft.choice === 'park' ? { whyParked: reasons } : { why: reasons }) }
}

/** Returns the draft with one more answer; undefined removes it. */
export function withAnswer(
  draft: UpdateDraft,
  { language, id, answer }: { language: Language; id: string; answer: GivenAnswer | undefined },
): UpdateDraft {
  const { [id]: _, ...others } = draft.answers[language] ?? {}
  const answers = { ...draft.answers, [language]: answer === undefined ? others : { ...others, [id]: answer } }
  return { ...draft, answers }
}

/**
 * Returns the draft with an answer to a place as the person saw it. The draft stays as it is if another place has this
 * number by then: an answer can wait for the editor, and a change that was left out before it numbers the places anew.
 */
export function withAnswerAt(
  draft: UpdateDraft,
  {
    language,
    place,
    places,
    answer,
  }: {
    language: Language
    place: Conflict
    /** The places in the merge of this draft. */
    places: readonly Conflict[]
    answer: GivenAnswer | undefined
  },
): UpdateDraft {
  const isThere = places.some((one) => one.id === place.id && isSamePlace(one, place))
  return isThere ? withAnswer(draft, { language, id: place.id, answer }) : draft
}

/**
 * Returns the draft with one change of the common framework taken, or not. The places of the new merge are numbered anew:
 * an answer stays with its place, and is dropped where the place is not the same any more, so that it is asked again.
 */
export function withTaken(
  draft: UpdateDraft,
  {
    language,
    id,
    isTaken,
    placesOf,
  }: {
    language: Language
    id: string
    isTaken: boolean
    /** The places that both changed in this language, as the merge of a draft has them. */
    placesOf: (draft: UpdateDraft) => readonly Conflict[]
  },
): UpdateDraft {
  const others = (draft.declined[language] ?? []).filter((one) => one !== id)
  const next = { ...draft, declined: { ...draft.declined, [language]: isTaken ? others : [...others, id] } }
  const answers = draft.answers[language] ?? {}
  if (Object.keys(answers).length === 0) return next
  const moved = answersMoved({ answers, before: placesOf(draft), after: placesOf(next) })
  return { ...next, answers: { ...draft.answers, [language]: moved } }
}

function answersMoved({
  answers,
  before,
  after,
}: {
  answers: GivenAnswers
  before: readonly Conflict[]
  after: readonly Conflict[]
}): GivenAnswers {
  const moved: Record<string, GivenAnswer> = {}
  for (const place of after) {
    const [from, ...others] = before.filter((one) => isSamePlace(one, place))
    const answer = from && answers[from.id]
    // Of two places with the same words, nobody can say which of them was answered.
    const isOnly = others.length === 0 && after.filter((one) => isSamePlace(one, place)).length === 1
    if (answer !== undefined && isOnly) moved[place.id] = answer
  }
  return moved
}

const PLACE = ['kind', 'field', 'block', 'about', 'base', 'ours', 'theirs'] as const satisfies (keyof Conflict)[]

function isSamePlace(one: Conflict, other: Conflict): boolean {
  return PLACE.every((part) => one[part] === other[part])
}

/**
 * Returns the draft after an edit of the result in one language. A field that says the same as the merged text is not
 * edited: answers still count there.
 */
export function withWritten(
  draft: UpdateDraft,
  { language, changes, merged }: { language: Language; changes: Partial<EditedText>; merged: EditedText },
): UpdateDraft {
  const all: Partial<EditedText> = { ...draft.written[language], ...changes }
  const edited = TEXT_FIELDS.filter((field) => isChanged({ written: all, merged, field }))
  const text = Object.fromEntries(edited.map((field) => [field, all[field]]))
  if (edited.length === 0) return withoutWritten(draft, language)
  return { ...draft, written: { ...draft.written, [language]: text } }
}

/** Returns the draft without what was edited by hand in one language: the answers count again. */
export function withoutWritten(draft: UpdateDraft, language: Language): UpdateDraft {
  const { [language]: _, ...written } = draft.written
  return { ...draft, written }
}

function isChanged({
  written,
  merged,
  field,
}: {
  written: Partial<EditedText>
  merged: EditedText
  field: TextField
}): boolean {
  return written[field] !== undefined && !isSameField(fieldOf(written, field), fieldOf(merged, field))
}

/** Is this field of the result edited by hand? Then an answer, or a single change, would not reach it. */
export function isEdited(
  { written }: UpdateDraft,
  { language, field }: { language: Language; field: string },
): boolean {
  return TEXT_FIELDS.some((one) => one === field && written[language]?.[one] !== undefined)
}

/** Returns the field of the text that a single change of the common framework is about. */
export function fieldOfChange(id: string): TextField {
  return TEXT_FIELDS.find((field) => field === id) ?? 'body'
}

/** Returns the places of one language that are neither answered nor edited by hand. */
export function unanswered<Place extends Pick<Conflict, 'id' | 'field'>>(
  draft: UpdateDraft,
  { language, conflicts }: { language: Language; conflicts: readonly Place[] },
): Place[] {
  const edited = (field: string) => isEdited(draft, { language, field })
  return withoutAnswer(conflicts, { answers: draft.answers[language], isEdited: edited })
}

/** Returns the draft with answers that the places of its texts offer: one that was kept can be of an earlier program. */
export function withKnownAnswers(
  draft: UpdateDraft,
  placesIn: (language: Language) => readonly { id: string; answers: readonly Answer[] }[],
): UpdateDraft {
  const answers: UpdateDraft['answers'] = {}
  for (const language of LANGUAGES) {
    const given = Object.entries(draft.answers[language] ?? {})
    if (given.length === 0) continue
    const places = placesIn(language)
    const isOffered = (id: string, answer: GivenAnswer) =>
      places.some((place) => place.id === id && isAmong(place.answers, answer))
    answers[language] = Object.fromEntries(given.filter(([id, answer]) => isOffered(id, answer)))
  }
  return { ...draft, answers }
}

type Explaining = {
  draft: UpdateDraft
  /** Does the screen ask why (`needsWhy`)? */
  asksWhy: boolean
  update: Pick<SectionUpdate, 'became' | 'status'>
  /** The language of the explanation (`explanationLanguage`): other languages keep what is stored. */
  language: Language
  /** What the form opened with. */
  stored: Reasons
  merged: (language: Language) => EditedText
}

/**
 * Returns the decision that a draft stands for, null before something is chosen. A stored reason that the person did not
 * change is not sent: it stays as it is.
 */
export function decisionOf({ draft, asksWhy, update, language, stored, merged }: Explaining): UpdateDecision | null {
  const decision = textDecisionOf({ draft, merged })
  return decision && { ...decision, ...(asksWhy ? givenReasons({ draft, update, language, stored }) : {}) }
}

/**
 * Returns the decision without the reasons, which do not change the text. Only for `combine` are answers and edited texts
 * part of it. A field that was not changed by hand is left to the merge, so that a later answer still counts.
 */
export function textDecisionOf({ draft, merged }: Pick<Explaining, 'draft' | 'merged'>): UpdateDecision | null {
  const { choice, answers, declined } = draft
  if (choice === null) return null
  const written = choice === 'combine' ? writtenTexts(draft.written, merged) : {}
  return {
    choice,
    ...(choice === 'combine' ? { resolutions: answers } : {}),
    ...(choice === 'combine' && isAnyDeclined(declined) ? { declined } : {}),
    ...(Object.keys(written).length > 0 ? { written } : {}),
  }
}

function isAnyDeclined(declined: UpdateDraft['declined']): boolean {
  return Object.values(declined).some((ids) => ids.length > 0)
}

/**
 * Does the version differ from the common text after this choice, or lack the section? Then the screen asks why. A section
 * that is gone and becomes our own differs from nothing, and where the country only notes a change, nothing changes. A text
 * that the country still only adds to keeps the reason of its addition.
 */
export function needsWhy(
  choice: UpdateChoice | null,
  { became, status }: Pick<SectionUpdate, 'became' | 'status'>,
  /** Whether the choice is possible, and for which sections its reason is recorded; null if that is not known. */
  preview: { ok: false } | { ok: true; explained: readonly string[] } | null,
): boolean {
  const becomesOwn = became === 'gone' && choice === 'keep'
  const mayDiffer = choice !== null && choice !== 'accept' && status !== 'told' && !becomesOwn
  return mayDiffer && (!preview?.ok || preview.explained.length > 0)
}

function givenReasons({
  draft,
  update: { became },
  language,
  stored,
}: Omit<Explaining, 'asksWhy' | 'merged'>): Pick<UpdateDecision, 'reason' | 'explanation' | 'sources'> {
  const typed = reasonsOf(draft)
  const { reason, explanation, sources } = typed
  const isParked = draft.choice === 'park'
  const before = isParked ? NO_WORDS : stored
  // A stored reason stays only while the country does the same with the section.
  const stays = !isParked && became !== 'new' && stored.reason !== ''
  const isSent = (part: keyof Reasons) => !stays || typed[part] !== stored[part]
  // Where nothing is stored and nothing was typed, the language still has no explanation.
  const isNone = explanation === '' && before.explanation === ''
  return {
    ...(isSent('reason') ? { reason: reason === '' ? null : reason } : {}),
    ...(isSent('explanation') && !isNone ? { explanation: { [language]: explanation } } : {}),
    ...(isSent('sources') ? { sources } : {}),
  }
}

function writtenTexts(written: UpdateDraft['written'], merged: (language: Language) => EditedText): WrittenTexts {
  const texts: WrittenTexts = {}
  for (const language of LANGUAGES) {
    const text = written[language]
    if (!text) continue
    const before = merged(language)
    for (const field of TEXT_FIELDS.filter((one) => isChanged({ written: text, merged: before, field: one })))
      Object.assign(texts, { [field]: { ...texts[field], [language]: fieldOf(text, field) } })
  }
  return texts
}

function fieldOf(text: Partial<EditedText>, field: TextField) {
  return field === 'body' ? fromLexical(text.body) : text[field]
}

/** The update of a section as a person saw it, with the other sections that are decided with it. */
export type DecidedOn = {
  variant: string
  key: string
  seen: number
  others: { key: string; seen: number }[]
  release: string
  /** What the screen said about sections that are decided apart. */
  shown: ShownUpdate
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
