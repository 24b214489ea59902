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
}
