import { CHANGE_CLASSES, type ChangeClass } from '@/domain/changeNote'
import type { DraftNote, DraftRelease } from '@/domain/releaseDraft'
import { isEmptyField } from '@/domain/richText/sameText'
import { asChoice, asNumber, asRecord, asText } from '@/stored/parse'

/** What is written about one section, as its fields have it. */
export type NoteValues = {
  note: string
  class: ChangeClass | ''
  /** As `2026-12-04`; empty if none is chosen. */
  date: string
  /** The text that the note is about. */
  about: string
}

/** What is written about the release as a whole. */
export type ReleaseValues = { summary: string; version: string }

/** Values with the revision that last changed them. */
export type Kept<Values> = { values: Values; rev: number }

/** All that is kept on the server: the notes by the keys of their sections, and what is said of the release. */
export type KeptNotes = { notes: Record<string, Kept<NoteValues>>; release: Kept<ReleaseValues> }

/**
 * The work on the notes in the browser. `base` is what was kept when each place was shown, `typed` what its fields have
 * now. `theirs` is what somebody else saved in the meantime, where a save was refused for that.
 */
export type NotesWork = {
  base: KeptNotes
  typed: { notes: Record<string, NoteValues>; release: ReleaseValues }
  theirs: { notes: Record<string, Kept<NoteValues>>; release: Kept<ReleaseValues> | null }
}

const NO_THEIRS: NotesWork['theirs'] = { notes: {}, release: null }

/** The work as it begins, with what is kept. */
export function workOn(base: KeptNotes): NotesWork {
  return { base, typed: { notes: valuesIn(base.notes), release: base.release.values }, theirs: NO_THEIRS }
}

export function typedNote(work: NotesWork, key: string, changes: Partial<NoteValues>): NotesWork {
  const before = work.typed.notes[key]
  if (!before) return work
  return { ...work, typed: { ...work.typed, notes: { ...work.typed.notes, [key]: { ...before, ...changes } } } }
}

/**
 * Returns from which of these sections the note can be taken over, by its key: the first that has one. Null where a note is
 * written already.
 */
export function noteToTakeOver({ typed: { notes } }: NotesWork, key: string, from: readonly string[]): string | null {
  if (!isEmptyField(notes[key]?.note)) return null
  return from.find((other) => !isEmptyField(notes[other]?.note)) ?? null
}

/**
 * The section gets the note of another one, with its class and its day where none is chosen yet. `about` is its own text.
 * Nothing that a person wrote or chose is replaced.
 */
export function withNoteOf(
  work: NotesWork,
  { key, from, about }: { key: string; from: string; about: string },
): NotesWork {
  const [own, other] = [work.typed.notes[key], work.typed.notes[from]]
  if (!own || !other || !isEmptyField(own.note)) return work
  return typedNote(work, key, {
    note: other.note,
    class: own.class || other.class,
    date: own.date || other.date,
    about,
  })
}

export function typedRelease(work: NotesWork, changes: Partial<ReleaseValues>): NotesWork {
  return { ...work, typed: { ...work.typed, release: { ...work.typed.release, ...changes } } }
}

/** The keys of the sections whose note is not saved. */
export function unsavedNotes({ base, typed }: NotesWork): string[] {
  return Object.keys(typed.notes).filter((key) => !isSame(typed.notes[key], base.notes[key]?.values))
}

export function isReleaseUnsaved({ base, typed }: NotesWork): boolean {
  return !isSame(typed.release, base.release.values)
}

export function isUnsaved(work: NotesWork): boolean {
  return unsavedNotes(work).length > 0 || isReleaseUnsaved(work)
}

/** What the action `save-release-notes` gets: only what is not saved, each with the revision that was seen. */
export function notesInput(work: NotesWork) {
  const { base, typed } = work
  return {
    notes: unsavedNotes(work).flatMap((key) => {
      const values = typed.notes[key]
      if (!values) return []
      const { note, date, about } = values
      return [
        { key, class: values.class || null, note, decideBy: date || null, about, seen: base.notes[key]?.rev ?? 0 },
      ]
    }),
    release: isReleaseUnsaved(work) ? { ...typed.release, seen: base.release.rev } : null,
  }
}

/** What was sent is kept now, as this revision; what was typed since then is not. */
export function afterSave(work: NotesWork, sent: NotesWork, rev: number): NotesWork {
  const notes = { ...work.base.notes }
  for (const key of unsavedNotes(sent)) {
    const values = sent.typed.notes[key]
    if (values) notes[key] = { values, rev }
  }
  const release = isReleaseUnsaved(sent) ? { values: sent.typed.release, rev } : work.base.release
  return { ...work, base: { notes, release }, theirs: NO_THEIRS }
}

/** Somebody else saved first: what they wrote is shown beside what was typed here. */
export function afterStale(work: NotesWork, { notes, release }: ReturnType<typeof readMeanwhile>): NotesWork {
  const byKey = notes.map(({ values: { key, ...values }, rev }): [string, Kept<NoteValues>] => [key, { values, rev }])
  return { ...work, theirs: { notes: Object.fromEntries(byKey), release } }
}

/**
 * The screen shows what is kept now. A place where something is typed and not saved stays as it is, with the revision
 * that was seen there.
 */
export function afterShown(work: NotesWork, kept: KeptNotes): NotesWork {
  const unsaved = new Set(unsavedNotes(work))
  const notes: KeptNotes['notes'] = {}
  const typed: Record<string, NoteValues> = {}
  for (const [key, is] of Object.entries(kept.notes)) {
    const [base, values] = [work.base.notes[key], work.typed.notes[key]]
    const stays = base && values && unsaved.has(key)
    notes[key] = stays ? base : is
    typed[key] = stays ? values : is.values
  }
  const staysRelease = isReleaseUnsaved(work)
  return {
    ...work,
    base: { notes, release: staysRelease ? work.base.release : kept.release },
    typed: { notes: typed, release: staysRelease ? work.typed.release : kept.release.values },
  }
}

/** The person decides where somebody else saved first: for their own words, or for what is kept. */
export function decided(work: NotesWork, key: string | null, choice: 'mine' | 'theirs'): NotesWork {
  if (key === null) {
    const { release: is } = work.theirs
    if (!is) return work
    const typed = choice === 'theirs' ? { ...work.typed, release: is.values } : work.typed
    return { base: { ...work.base, release: is }, typed, theirs: { ...work.theirs, release: null } }
  }
  const { [key]: is, ...others } = work.theirs.notes
  if (!is) return work
  return {
    base: { ...work.base, notes: { ...work.base.notes, [key]: is } },
    typed: choice === 'theirs' ? { ...work.typed, notes: { ...work.typed.notes, [key]: is.values } } : work.typed,
    theirs: { ...work.theirs, notes: others },
  }
}

/** The unsaved part, to be kept in the window (see `withUnsaved`). */
export function unsavedPart(work: NotesWork): object {
  const notes = Object.fromEntries(
    unsavedNotes(work).map((key) => [key, { typed: work.typed.notes[key], base: work.base.notes[key] }]),
  )
  const { base, typed } = work
  return { notes, ...(isReleaseUnsaved(work) ? { release: { typed: typed.release, base: base.release } } : {}) }
}

/**
 * The work with what was kept in the window, as far as it is about places that are still shown. Every script of this
 * window can write there, so all of it is checked.
 */
export function withUnsaved(work: NotesWork, part: Record<string, unknown>): NotesWork {
  let next = work
  for (const [key, kept] of Object.entries(asRecord(part.notes))) {
    const { typed, base } = asRecord(kept)
    if (!next.base.notes[key]) continue
    next = {
      ...next,
      base: { ...next.base, notes: { ...next.base.notes, [key]: keptIn(base, noteValues) } },
      typed: { ...next.typed, notes: { ...next.typed.notes, [key]: noteValues(typed) } },
    }
  }
  if (part.release === undefined) return next
  const { typed, base } = asRecord(part.release)
  return {
    ...next,
    base: { ...next.base, release: keptIn(base, releaseValues) },
    typed: { ...next.typed, release: releaseValues(typed) },
  }
}

function keptIn<Values>(given: unknown, read: (values: unknown) => Values): Kept<Values> {
  const { values, rev } = asRecord(given)
  return { values: read(values), rev: asNumber(rev) }
}

function noteValues(given: unknown): NoteValues {
  const { note, class: of, date, about } = asRecord(given)
  return { note: asText(note), class: asChoice(of, CHANGE_CLASSES, ''), date: asText(date), about: asText(about) }
}

function releaseValues(given: unknown): ReleaseValues {
  const { summary, version } = asRecord(given)
  return { summary: asText(summary), version: asText(version) }
}

/** What somebody else saved, from the answer of the action. */
export function readMeanwhile(saved: unknown): {
  notes: Kept<NoteValues & { key: string }>[]
  release: Kept<ReleaseValues> | null
} {
  const { notes, release } = asRecord(asRecord(saved).texts)
  const all: unknown[] = Array.isArray(notes) ? notes : []
  return {
    notes: all.map(asRecord).map((one) => ({
      values: { ...noteValues({ ...one, date: one.decideBy }), key: asText(one.key) },
      rev: asNumber(one.rev),
    })),
    release: release ? { values: releaseValues(release), rev: asNumber(asRecord(release).rev) } : null,
  }
}

export function keptNote({ note, class: of, decideBy, about, rev }: DraftNote): Kept<NoteValues> {
  return { values: { note, class: of ?? '', date: decideBy ?? '', about }, rev }
}

export function keptRelease({ summary, version, rev }: DraftRelease): Kept<ReleaseValues> {
  return { values: { summary, version }, rev }
}

function valuesIn<Values>(kept: Record<string, Kept<Values>>): Record<string, Values> {
  return Object.fromEntries(Object.entries(kept).map(([key, { values }]) => [key, values]))
}

function isSame(one: object | undefined, other: object | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
