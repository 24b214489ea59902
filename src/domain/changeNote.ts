import { byDay } from './day'
import type { Refusal } from './refusal'
import { isEmptyField } from './richText/sameText'

/**
 * How much a change of the common framework matters to the countries, least first. Editorial: spelling or order.
 * Clarification: the same meaning in clearer words. Substantive: practice or law. Urgent: a danger, so that countries
 * act at once.
 */
export const CHANGE_CLASSES = ['editorial', 'clarification', 'substantive', 'urgent'] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** The most characters of a note on one change. */
export const MOST_NOTE_CHARACTERS = 2000

/** What the coordinator tells the countries about the change of one section in a release of the common framework. */
export type ChangeNote = {
  key: string
  class: ChangeClass
  /** What changed and what to do, in the source language of the toolkit. */
  note: string
  /** The last day for the countries' decisions, as `2026-12-04`; null if none is set. */
  decideBy: string | null
  /** The codes of the countries whose proposals the section contains since this release; absent if there are none. */
  proposedBy?: string[]
}

/** A note that is not finished: nobody may have chosen its class yet. */
export type UnfinishedNote = Omit<ChangeNote, 'class'> & { class: ChangeClass | null }

/** Must countries be told a last day for their decision? */
export function needsDate(of: ChangeClass): boolean {
  return of === 'substantive' || of === 'urgent'
}

/** Do practice or law change, or is somebody in danger? Then the release gets the next whole number. */
export function isOfSubstance(notes: readonly { class: ChangeClass | null }[]): boolean {
  return notes.some((note) => note.class !== null && needsDate(note.class))
}

/** Is it a day of the calendar, written as `2026-12-04`? */
export function isDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false
  const date = new Date(`${given}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given)
}

/** Sorts by class, the most important first; those without a class are last, in the order in which they were. */
export function byClass<Noted extends { class: ChangeClass | null }>(notes: readonly Noted[]): Noted[] {
  const weight = (note: Noted) => (note.class === null ? -1 : CHANGE_CLASSES.indexOf(note.class))
  return notes.toSorted((one, other) => weight(other) - weight(one))
}

/** Sorts by class as `byClass`, and in each class by the last day for decisions, the first day first; without a day last. */
export function byClassAndDay<Noted extends Pick<UnfinishedNote, 'class' | 'decideBy'>>(
  notes: readonly Noted[],
): Noted[] {
  return byClass(notes.toSorted((one, other) => byDay(one.decideBy, other.decideBy)))
}

/** The input names of what is said of one section, in a form or in a refusal. */
export type NoteField = 'note' | 'class' | 'date'
export function noteField(name: NoteField, key: string): string {
  return `${name}:${key}`
}

/**
 * Why a release cannot go out with these notes: every section that changed needs a note and a class, and what is
 * substantive or urgent also a day that is not over; nothing is said of other sections. None if it can.
 */
export function noteProblems({
  changed,
  notes,
  today,
}: {
  /** The sections that the release changes, with the titles that people know. */
  changed: readonly { key: string; title: string }[]
  notes: readonly UnfinishedNote[]
  /** As `2026-12-04`. */
  today: string
}): Refusal[] {
  const byKey = new Map(notes.map((note) => [note.key, note]))
  const missing = changed.flatMap(({ key, title }) => problemsOf({ key, title, note: byKey.get(key), today }))
  const known = new Set(changed.map(({ key }) => key))
  const unneeded = notes.filter(({ key }) => !known.has(key))
  return [
    ...missing,
    ...unneeded.map(({ key }): Refusal => ({ key: 'refusal.change-note-unneeded', params: { section: key } })),
  ]
}

function problemsOf({
  key,
  title: section,
  note,
  today,
}: {
  key: string
  title: string
  note: UnfinishedNote | undefined
  today: string
}): Refusal[] {
  const problems: Refusal[] = []
  if (isEmptyField(note?.note))
    problems.push({ key: 'refusal.change-note-missing', params: { section }, field: noteField('note', key) })
  if (!note?.class)
    problems.push({ key: 'refusal.change-class-missing', params: { section }, field: noteField('class', key) })
  const problem = note && dateProblem({ ...note, today })
  return problem ? [...problems, { key: problem, params: { section }, field: noteField('date', key) }] : problems
}

/** An editorial change has no day: countries take it over when they work on the section anyway. */
function dateProblem({ class: of, decideBy, today }: UnfinishedNote & { today: string }) {
  if (of === null || of === 'editorial') return null
  if (decideBy === null) return needsDate(of) ? 'refusal.change-date-missing' : null
  if (!isDay(decideBy)) return 'refusal.change-date-form'
  return decideBy < today ? 'refusal.change-date-past' : null
}

/**
 * The notes as a release publishes them, with the countries whose proposals it contains. Only for notes without problems:
 * one without a class is left out.
 */
export function publishedNotes(
  notes: readonly UnfinishedNote[],
  proposers: ReadonlyMap<string, string[]> = new Map(),
): ChangeNote[] {
  return notes.flatMap(({ key, class: of, note, decideBy }) => {
    const proposedBy = proposers.get(key)
    const published = {
      key,
      note,
      decideBy: of === 'editorial' ? null : decideBy,
      ...(proposedBy ? { proposedBy } : {}),
    }
    return of === null ? [] : [{ ...published, class: of }]
  })
}
