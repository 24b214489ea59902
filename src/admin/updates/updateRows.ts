import type { JoinedNote } from '@/domain/changeGroups'
import { byDay, daysBetween, earliest } from '@/domain/day'
import type { Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import { isAsking, type SectionUpdate, titleOf, UPDATE_STATUSES, type UpdateStatus } from '@/domain/updates/updates'
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
  note: JoinedNote | null
  /** The section that the note is about, if that is another one that is decided with it; null otherwise. */
  noteAbout: TextIn | null
  /** The last day for a decision, also during a pause; null without one, and where the country does not use the section. */
  decideBy: string | null
  /** Whole days since that day; 0 until then, without such a day, and where nothing is asked. */
  lateBy: number
  /** The last day of the pause that holds; null without a pause or such a day, and where the country does not use the section. */
  pausedUntil: string | null
  /** A question to the coordinator that is open, or an answer that nobody in the country has read. */
  asked: 'open' | 'answered' | null
  /** When the person who looks at it last worked on a decision that they did not record (ISO 8601); null if they began none. */
  typedAt: string | null
}

/** The updates in the reading order of the release; sections that it no longer has are last. */
export function updateRows({
  waiting,
  release,
  notes,
  asked,
  begun,
  numbers,
  today,
  languages,
}: {
  waiting: readonly WaitingUpdate[]
  /** The release that is decided on. */
  release: { manifest: readonly ManifestEntry[] }
  /** What the coordinator said about each section. */
  notes: ReadonlyMap<string, JoinedNote>
  /** By section: what was asked. */
  asked: ReadonlyMap<string, 'open' | 'answered'>
  /** By section: when the person last worked on a decision that they did not record. */
  begun: ReadonlyMap<string, string>
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
  const titled = (of: WaitingUpdate['sides']): TextIn => {
    const { base, newest, own } = of
    return textIn({ given: titleOf(of), languages, otherwise: (newest ?? base)?.entry.slug ?? own.key })
  }
  const numbered = (of: WaitingUpdate['sides']): TextIn => {
    const [number, title] = [numbers.get(of.own.key), titled(of)]
    return number ? { ...title, text: `${number} ${title.text}` } : title
  }
  return inOrder.map(({ paused, update, sides, together }) => {
    const { key, became, parts, status } = update
    const note = notes.get(key) ?? null
    const noted = together?.others.find(({ own }) => own.key === note?.key)
    const decideBy = lastDay(update, note ? [note] : [])
    return {
      key,
      number: numbers.get(key) ?? '',
      title: titled(sides),
      status,
      became: became === 'gone' ? 'removed' : became === 'changed' && isOnlyPlace(parts) ? 'moved' : became,
      note,
      noteAbout: noted ? numbered(noted) : null,
      decideBy,
      lateBy: decideBy && isAsking(update) ? daysAfter(decideBy, today) : 0,
      pausedUntil: status === 'paused' ? (paused?.until ?? null) : null,
      asked: asked.get(key) ?? null,
      typedAt: begun.get(key) ?? null,
    }
  })
}

/** The first of the last days that these notes set for the decision, also during a pause; null where nothing is to be decided. */
export function lastDay(
  { status }: Pick<SectionUpdate, 'status'>,
  notes: readonly Pick<JoinedNote, 'decideBy'>[],
): string | null {
  return status === 'told' ? null : earliest(notes.map(({ decideBy }) => decideBy))
}

/**
 * What must be decided first: what is late, then urgent changes, in both by the last day for a decision, then the others by
 * that day; without one, as they come.
 */
export function mostPressing(rows: readonly UpdateRow[]): UpdateRow[] {
  const rank = (row: UpdateRow) => (row.lateBy > 0 ? 0 : isUrgent(row) ? 1 : 2)
  return rows.toSorted((a, b) => rank(a) - rank(b) || byDay(a.decideBy, b.decideBy))
}

/**
 * The order of the list of updates, and of the way from one update to the next: first what nobody may overlook, then by
 * status, and in each what must be decided first.
 */
export function inListOrder(rows: readonly UpdateRow[]): UpdateRow[] {
  const rank = (row: UpdateRow) => (isPressing(row) ? -1 : UPDATE_STATUSES.indexOf(row.status))
  return mostPressing(rows).toSorted((a, b) => rank(a) - rank(b))
}

/** Must nobody overlook it, whatever its status? What is late or urgent, and asks for a decision. */
export function isPressing(row: UpdateRow): boolean {
  return isAsking(row) && (row.lateBy > 0 || isUrgent(row))
}

/** Did the coordinator call the change urgent? */
export function isUrgent({ note }: Pick<UpdateRow, 'note'>): boolean {
  return note?.class === 'urgent'
}

function isOnlyPlace(parts: readonly string[]): boolean {
  return parts.every((part) => part === 'place')
}

/** How many days `today` is after the day; 0 if it is not. */
function daysAfter(day: string, today: string): number {
  const days = daysBetween(day, today)
  return Number.isFinite(days) ? Math.max(0, days) : 0
}
