import type { ActionAnswer } from '../callAction'
import type { WrongField } from '../markFields'
import type { Draft } from './draft'
import { type NewerText, readNewerText } from './savedText'
import { changedNames, isEditorText, isSameValue, onTopOf } from './sectionValues'

/** What is stored, as the editor shows it. `at` is empty if nothing is stored yet. */
export type Saved<Values> = { rev: number; at: string; values: Values }

/** The result of the last save. */
export type SavingState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** `isMoved`: what is stored is no longer what the person saw. */
  | { kind: 'refused'; texts: string[]; wrong: WrongField[]; isMoved: boolean }
  /** It may have been saved: no answer arrived, or one that says so, in `texts`. */
  | { kind: 'unknown'; texts: string[] }
  /** An earlier save was not answered, and nothing can be sent to find out what is stored. */
  | { kind: 'nothing-to-send' }
  /** The session has ended, and the person does not sign in now: what was typed stays on this page. */
  | { kind: 'signed-out' }

/** What somebody else saved first. */
export type Theirs<Values> = {
  saved: Saved<Values>
  /** Was it compared with what is typed? Until then, saving what is typed on top of it would undo it. */
  isCompared: boolean
  /** Is everything that they changed in other places now included in what is typed? */
  isTakenUp: boolean
  /** Did they change anything that this screen shows, as far as is known? */
  isHere: boolean
}

/** The work on one text: what is typed, what is stored, and the unresolved writes between them. */
export type Work<Values> = {
  /** What the server sent last. */
  shown: Saved<Values>
  /** What is typed is a change of these values. The revision is the one that the person saw. */
  base: Saved<Values>
  typed: Values
  /** Counts how often the whole text was replaced by another: editors open again. */
  round: number
  /** Has the draft of an earlier visit been restored, if there was one? */
  isReady: boolean
  isRestored: boolean
  theirs: Theirs<Values> | null
  state: SavingState
  /**
   * Each of these may be stored: a write was sent, and its answer was lost. Until the result is known, nothing counts
   * as saved.
   */
  unanswered: readonly Saved<Values>[]
  /** The address of the screen to which the person goes once the browser no longer asks. */
  leaving: string | null
}

/** The events. */
export type WorkEvent<Values> =
  | { kind: 'opened'; draft: Draft<Values> | null }
  | { kind: 'typed'; changes: Partial<Values> }
  /** The screen was refreshed. */
  | { kind: 'shown'; saved: Saved<Values> }
  /** What somebody else saved has arrived, and all typed words have reached the values. */
  | ({ kind: 'compared' } & Kinds<Values>)
  | { kind: 'saving' }
  /** There was nothing to do on top of `from`. */
  | { kind: 'nothing-to-save'; from: Saved<Values> }
  /** The write was answered, but not done. */
  | { kind: 'not-done'; answer: NotDone; sent: Saved<Values> }
  /** What seemed to be somebody else's text is what this screen had sent. */
  | { kind: 'found-own'; own: Saved<Values> }
  | { kind: 'saved'; stored: Saved<Values> }
  /** The person discards what was typed; this has no effect while it is being saved. */
  | { kind: 'discarded' }
  /** The person goes to another of our screens, which decides about what is saved; what was typed here is discarded. */
  | { kind: 'left'; address: string }

export type NotDone = Exclude<ActionAnswer, { kind: 'done' }>

/** Values that texts are written for, and values with reasons: see `onTopOf`. */
export type Kinds<Values> = {
  choice: readonly (keyof Values & string)[]
  reasons: readonly (keyof Values & string)[]
}

export function workOn<Values extends object>(saved: Saved<Values>): Work<Values> {
  return {
    shown: saved,
    base: saved,
    typed: saved.values,
    round: 0,
    isReady: false,
    isRestored: false,
    theirs: null,
    state: { kind: 'idle' },
    unanswered: [],
    leaving: null,
  }
}

/** The work after an event. Nothing that was typed is lost, except with `discarded` and `left`. */
export function workAfter<Values extends object>(work: Work<Values>, event: WorkEvent<Values>): Work<Values> {
  return following(answered(afterEvent(work, event)))
}

/** Once the result of every write is known, nothing is unknown. */
function answered<Values>(work: Work<Values>): Work<Values> {
  const { state, unanswered } = work
  const isOver = unanswered.length === 0 && (state.kind === 'unknown' || state.kind === 'nothing-to-send')
  return isOver ? { ...work, state: { kind: 'idle' } } : work
}

function afterEvent<Values extends object>(work: Work<Values>, event: WorkEvent<Values>): Work<Values> {
  const isSaving = work.state.kind === 'saving'
  switch (event.kind) {
    case 'opened':
      return { ...(event.draft ? withDraft(work, event.draft) : work), isReady: true }
    case 'typed':
      return {
        ...work,
        typed: { ...work.typed, ...event.changes },
        state: isSaving ? work.state : { kind: 'idle' },
        leaving: null,
      }
    case 'shown':
      return withShown(work, event.saved)
    case 'compared':
      return hasArrived(work) ? compared(work, event) : work
    case 'saving':
      return { ...work, state: { kind: 'saving' } }
    case 'nothing-to-save': {
      // What another person saved in the meantime can be exactly the same.
      const isSame = changedNames({ before: event.from.values, after: work.typed }).length === 0
      if (!isSame) return { ...work, state: { kind: 'idle' } }
      const unanswered = stillUnanswered(work, event.from)
      const state = { kind: unanswered.length > 0 ? 'nothing-to-send' : 'idle' } as const
      return { ...withSaved(work, event.from), unanswered, state }
    }
    case 'not-done':
      return notDone(work, event)
    case 'found-own':
      return { ...work, base: event.own, theirs: null, unanswered: [] }
    case 'saved':
      return { ...withSaved(work, event.stored), unanswered: [], state: { kind: 'saved', at: event.stored.at } }
    case 'discarded':
      return isSaving ? work : discarded(work)
    case 'left':
      return isSaving ? work : { ...discarded(work), leaving: event.address }
  }
}

/** Is anything typed that is not stored, as far as is known? */
export function isUnsaved<Values extends object>({
  base,
  typed,
  unanswered,
}: Pick<Work<Values>, 'base' | 'typed' | 'unanswered'>): boolean {
  return unanswered.length > 0 || changedNames({ before: base.values, after: typed }).length > 0
}

/**
 * The writes that may still be stored on top of a text: each can only be stored on top of the revision that it was sent
 * for.
 */
function stillUnanswered<Values>({ unanswered }: Work<Values>, { rev }: Saved<Values>): readonly Saved<Values>[] {
  return unanswered.filter((one) => one.rev > rev)
}

/** Has what somebody else saved arrived, so that it must be compared with what is typed? */
export function hasArrived<Values extends object>({ theirs, shown }: Work<Values>): boolean {
  return theirs !== null && !theirs.isCompared && shown.rev >= theirs.saved.rev
}

/** The text that this screen sent before, if its answer was lost and it now seems to be somebody else's. */
export function ownText<Values extends object>({
  work: { unanswered },
  answer,
  stored,
}: {
  work: Work<Values>
  answer: ActionAnswer
  /** The text that the write was on top of. */
  stored: Saved<Values>
}): Saved<Values> | null {
  const newer = answer.kind === 'stale' ? readNewerText(answer.saved) : null
  if (!newer) return null
  const was = namesAndValues(stored.values)
  const texts = Object.entries(newer.texts)
  // A text that equals the old one could be anybody's.
  if (!texts.some(([name, text]) => !isSameValue(was.get(name), text))) return null
  const isSent = ({ rev, values }: Saved<Values>) => {
    const sent = namesAndValues(values)
    return rev === newer.rev && texts.every(([name, text]) => isSameValue(sent.get(name), text))
  }
  return unanswered.find(isSent) ?? null
}

/** Restores what was typed before a crash, on top of the text that it was typed on. */
function withDraft<Values extends object>(before: Work<Values>, draft: Draft<Values>): Work<Values> {
  const { shown } = before
  const sent = draft.unanswered.map((one) => ({ ...one, at: shown.at }))
  const isSentShown = sent.some((one) => isSameAs(shown, one))
  const work: Work<Values> = { ...before, unanswered: isSentShown ? [] : sent }
  const rev = isSentShown ? shown.rev : draft.rev
  const begun = rev === shown.rev ? null : draft.begun
  const base = { ...shown, rev, values: begun ?? shown.values }
  const isTyped = (before: Values) => changedNames({ before, after: draft.values }).length > 0
  // Words equal to the old text matter too, if something else is stored by now or may still be.
  const isBack = isTyped(shown.values) && (isTyped(base.values) || sent.length > 0)
  if (!isBack && stillUnanswered(work, shown).length === 0) return before
  // Somebody saved nothing of this text since: it is typed on top of what is stored.
  if (
    begun &&
    rev < shown.rev &&
    sent.length === 0 &&
    changedNames({ before: begun, after: shown.values }).length === 0
  )
    return { ...work, base: shown, typed: draft.values, isRestored: true, round: work.round + 1 }
  // Without the text that it was typed on nothing can be merged: the two are compared as they are.
  const theirs = rev < shown.rev ? { ...awaited(shown), isCompared: begun === null, isHere: begun === null } : null
  return {
    ...work,
    base,
    typed: draft.values,
    theirs,
    state: work.unanswered.length > 0 ? { kind: 'unknown', texts: [] } : work.state,
    isRestored: true,
    round: work.round + 1,
  }
}

function withShown<Values extends object>(work: Work<Values>, shown: Saved<Values>): Work<Values> {
  if (shown === work.shown) return work
  const { theirs, unanswered } = work
  if (unanswered.some((one) => isSameAs(shown, one)))
    return { ...work, shown, base: shown, theirs: null, unanswered: [] }
  const isNewer = theirs !== null && shown.rev >= theirs.saved.rev + (theirs.isCompared ? 1 : 0)
  return { ...work, shown, theirs: isNewer ? awaited(shown, theirs) : theirs }
}

function isSameAs<Values extends object>(one: Saved<Values>, other: Saved<Values>): boolean {
  return one.rev === other.rev && changedNames({ before: one.values, after: other.values }).length === 0
}

function awaited<Values>(saved: Saved<Values>, before: Theirs<Values> | null = null): Theirs<Values> {
  return { saved, isCompared: false, isTakenUp: false, isHere: before?.isHere ?? false }
}

/** What was not touched on this screen becomes theirs. */
function compared<Values extends object>(work: Work<Values>, kinds: Kinds<Values>): Work<Values> {
  const { base, shown, typed: before } = work
  const theirs = theirChanges(work)
  const typed = onTopOf({ base: base.values, typed: before, theirs, ...kinds })
  const isTakenUp = hasTakenUp({ base: base.values, theirs, before, typed })
  // Words that were restored and that are stored by now: there is nothing to compare.
  const isStored = changedNames({ before: shown.values, after: typed }).length === 0
  if (work.isRestored && isStored && stillUnanswered(work, shown).length === 0)
    return { ...withText(withSaved(work, shown), shown), unanswered: [] }
  const isHere = work.theirs?.isHere || changedNames({ before: base.values, after: shown.values }).length > 0
  const isOtherText = textsOf(typed).some((text, index) => !isSameValue(text, textsOf(before)[index]))
  return {
    ...work,
    // The revision stays the one that was seen: a draft of it is compared again after a crash.
    base: { ...base, values: shown.values },
    typed,
    theirs: { saved: shown, isCompared: true, isTakenUp, isHere },
    unanswered: stillUnanswered(work, shown),
    round: isOtherText ? work.round + 1 : work.round,
  }
}

/**
 * What somebody else changed: their text without what this screen had sent on top of `base`, if that was stored. A
 * change is undone like this in version control systems (git revert): if it was not stored, there is nothing to undo.
 */
function theirChanges<Values extends object>({
  base,
  shown,
  unanswered,
}: Pick<Work<Values>, 'base' | 'shown' | 'unanswered'>): Values {
  return unanswered.reduce(
    (theirs, { values: sent }) => onTopOf({ base: sent, typed: theirs, theirs: base.values, choice: [], reasons: [] }),
    shown.values,
  )
}

function notDone<Values extends object>(
  work: Work<Values>,
  { answer, sent }: { answer: NotDone; sent: Saved<Values> },
): Work<Values> {
  switch (answer.kind) {
    case 'stale': {
      const newer = readNewerText(answer.saved)
      return { ...work, state: { kind: 'idle' }, theirs: newer ? awaited(newest(work, newer), work.theirs) : null }
    }
    case 'refused':
      return { ...work, state: answer }
    case 'other-person':
      return { ...work, state: { kind: 'refused', texts: answer.texts, wrong: [], isMoved: false } }
    case 'unknown': {
      // The same words sent again are one text that may be stored.
      const isKnown = work.unanswered.some((one) => isSameAs(one, sent))
      return { ...work, unanswered: isKnown ? work.unanswered : [...work.unanswered, sent], state: answer }
    }
    case 'signed-out':
      return { ...work, state: { kind: 'signed-out' } }
  }
}

function newest<Values extends object>({ base, shown }: Work<Values>, { rev, at, texts }: NewerText): Saved<Values> {
  return shown.rev >= rev ? shown : { rev, at, values: { ...base.values, ...texts } }
}

/** This is stored now: nothing needs to be compared any more, and no restored draft is unsaved. */
function withSaved<Values extends object>(work: Work<Values>, stored: Saved<Values>): Work<Values> {
  return { ...work, base: stored, theirs: null, isRestored: false }
}

/** Discards what was typed and shows what is stored. */
function discarded<Values extends object>(work: Work<Values>): Work<Values> {
  const { base, shown, theirs } = work
  const stored = theirs?.saved ?? (shown.rev >= base.rev ? shown : base)
  return { ...withText(withSaved(work, stored), stored), unanswered: [], state: { kind: 'idle' } }
}

/** Without own changes we simply follow what the server shows. */
function following<Values extends object>(work: Work<Values>): Work<Values> {
  const { base, isReady, shown, state, theirs } = work
  if (!isReady || shown.rev <= base.rev || theirs || state.kind === 'saving') return work
  // Nothing of this text changed: what is typed goes on, on top of the newer revision.
  const isSame = changedNames({ before: base.values, after: shown.values }).length === 0
  if (isSame && work.unanswered.length === 0) return { ...work, base: shown }
  return isUnsaved(work) ? work : withText(work, shown)
}

function withText<Values extends object>(work: Work<Values>, stored: Saved<Values>): Work<Values> {
  return { ...work, base: stored, typed: stored.values, round: work.round + 1 }
}

/**
 * Is everything that the other person changed in places of their own included in what is typed, and was there any such
 * change? A line is one place.
 */
function hasTakenUp<Values extends object>({
  base,
  theirs,
  before,
  typed,
}: Record<'base' | 'theirs' | 'before' | 'typed', Values>): boolean {
  const came = changedNames({ before, after: typed })
  const missing = changedNames({ before: typed, after: theirs })
  const others = changedNames({ before: base, after: theirs })
  const mine = changedNames({ before: base, after: before })
  const lines = mine.filter((name) => !isEditorText(namesAndValues(before).get(name)))
  return (
    came.length > 0 && others.every((name) => !missing.includes(name) || came.includes(name) || lines.includes(name))
  )
}

/** The values that an editor shows, which must open again for another text. */
function textsOf(values: object): unknown[] {
  return Object.values(values).filter(isEditorText)
}

function namesAndValues(values: object): Map<string, unknown> {
  return new Map<string, unknown>(Object.entries(values))
}
