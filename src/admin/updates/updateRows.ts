import type { ChangeNote } from '@/domain/changeNote'
import { daysBetween } from '@/domain/day'
import type { Language } from '@/domain/language'
import { inReadingOrder, type Release } from '@/domain/release'
import type { UpdateStatus } from '@/domain/updates/updates'
import type { WaitingUpdate } from '@/stored/updates'
import { type TextIn, textIn } from '../words/titles'

/** One update of a national version, as lists show it. */
export type UpdateRow = {
  key: string
  /** The number in the national version; empty for a section that the country does not have yet. */
  number: string
  title: TextIn
  status: UpdateStatus
  /** What happened to the section in the common framework. */
  became: 'new' | 'changed' | 'moved' | 'removed' | 'split' | 'joined'
  /** What the coordinator said about the change; null if nothing was said. */
  note: ChangeNote | null
  /** Whole days since the last day for a decision; 0 until then, and without such a day. */
  lateBy: number
  /** A question to the coordinator that is open, or an answer that nobody in the country has read. */
  asked: 'open' | 'answered' | null
}

/** The updates in the reading order of the release; sections that it no longer has are last. */
export function updateRows({
  waiting,
  release,
  notes,
  asked,
  numbers,
  today,
  languages,
}: {
  waiting: readonly WaitingUpdate[]
  /** The release that is decided on. */
  release: Pick<Release, 'manifest'>
  /** What the coordinator said about each section. */
  notes: ReadonlyMap<string, ChangeNote>
  /** By section: what was asked. */
  asked: ReadonlyMap<string, 'open' | 'answered'>
  /** The number of each section that the version has. */
  numbers: ReadonlyMap<string, string>
  /** As `2026-12-04`. */
  today: string
  /** The languages for titles, preferred first. */
  languages: readonly Language[]
}): UpdateRow[] {
  const gone = waiting.flatMap(({ sides: { base, newest } }) => (base && !newest ? [base.entry] : []))
  const ordered = [...inReadingOrder(release.manifest), ...inReadingOrder(gone)]
  const places = new Map(ordered.map(({ entry }, index) => [entry.key, index]))
  const placeOf = ({ update }: WaitingUpdate) => places.get(update.key) ?? ordered.length
  const inOrder = waiting.toSorted((a, b) => placeOf(a) - placeOf(b))
  return inOrder.map(({ update, sides }) => {
    const { key, became, parts, status } = update
    const section = sides.newest ?? sides.base
    const note = notes.get(key) ?? null
    return {
      key,
      number: numbers.get(key) ?? '',
      title: textIn({ given: section?.content.title ?? {}, languages, otherwise: section?.entry.slug ?? key }),
      status,
      became: became === 'gone' ? 'removed' : became === 'changed' && isOnlyPlace(parts) ? 'moved' : became,
      note,
      lateBy: note?.decideBy ? daysAfter(note.decideBy, today) : 0,
      asked: asked.get(key) ?? null,
    }
  })
}

/** What must be decided first: urgent changes, then by the last day for a decision; without one, as they come. */
export function mostPressing(rows: readonly UpdateRow[]): UpdateRow[] {
  const isLess = ({ note }: UpdateRow) => (note?.class === 'urgent' ? 0 : 1)
  const day = ({ note }: UpdateRow) => note?.decideBy ?? '9999'
  return rows.toSorted((a, b) => isLess(a) - isLess(b) || (day(a) === day(b) ? 0 : day(a) < day(b) ? -1 : 1))
}

function isOnlyPlace(parts: readonly string[]): boolean {
  return parts.every((part) => part === 'place')
}

/** How many days `today` is after the day; 0 if it is not. */
function daysAfter(day: string, today: string): number {
  const days = daysBetween(day, today)
  return Number.isFinite(days) ? Math.max(0, days) : 0
}
