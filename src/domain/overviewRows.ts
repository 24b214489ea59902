import { type Became, whatBecame } from './became'
import { joinedNote } from './changeGroups'
import { byClassAndDay, type ChangeClass, type ChangeNote } from './changeNote'
import {
  type CountryStanding,
  type DecidedSection,
  isLate,
  type Mark,
  markOf,
  type WaitingSection,
  waitingMark,
} from './countryStanding'
import type { OverviewAsked, SectionFilter } from './overviewAsked'
import { inReadingOrder, type ManifestEntry } from './release'
import type { Said } from './said'
import type { Mode } from './section'
import { isAsking } from './updates/updates'

/** What a country does with a section, and what waits there. */
export type SectionCell = { mode: Mode | null; mark: Mark | null }

/** One section of the common framework across the countries. */
export type SectionRow = {
  key: string
  /** Empty for a section that the common framework no longer has: its number differs in every release. */
  number: string
  title: Said<string>
  /** In the order of the countries; `mode` is null if a version is based on a release without this section. */
  cells: SectionCell[]
  /** How many countries are asked to decide. */
  open: number
  /**
   * Does a country do anything else than use the common text? A country that keeps a section which the common framework
   * no longer has does.
   */
  differs: boolean
  /** Does the newest common framework no longer have this section? */
  isGone: boolean
}

/** Gives the title of a section, by its key and the entry that says where it was read. */
type TitleOf = (entry: ManifestEntry) => Said<string>

/**
 * The sections of the newest common framework in reading order, each with what every country does with it; then those
 * that it no longer has but that a version still has.
 */
export function sectionRows({
  manifest,
  gone,
  standings,
  titleOf,
}: {
  manifest: readonly ManifestEntry[]
  /** Sections that versions have from the common framework and that it no longer has. */
  gone: readonly ManifestEntry[]
  standings: readonly CountryStanding[]
  titleOf: TitleOf
}): SectionRow[] {
  const rowOf = (entry: ManifestEntry, number: string, isGone: boolean): SectionRow => {
    const { key } = entry
    const cells = standings.map((one) => ({ mode: one.modes.get(key) ?? null, mark: markOf(one, key) }))
    const asked = standings.filter(({ waiting }) => isAsked(waiting.get(key)))
    const differs = isGone || cells.some(({ mode }) => mode !== null && mode !== 'inherit')
    return { key, number, title: titleOf(entry), cells, open: asked.length, differs, isGone }
  }
  return [
    ...inReadingOrder(manifest).map(({ entry, number }) => rowOf(entry, number, false)),
    ...gone.map((entry) => rowOf(entry, '', true)),
  ]
}

/** Returns what is shown without a filter: where something waits, or else where countries differ, or else everything. */
export function usualFilter(rows: readonly SectionRow[]): SectionFilter {
  return (['open', 'differing'] as const).find((filter) => rows.some((row) => isShown(row, filter))) ?? 'all'
}

/** Returns the rows of a filter, in the order asked for. */
export function shownSections(rows: readonly SectionRow[], { show, sort }: Pick<OverviewAsked, 'show' | 'sort'>) {
  const filter = show ?? usualFilter(rows)
  const shown = rows.filter((row) => isShown(row, filter))
  return sort === 'open' ? shown.toSorted((one, other) => other.open - one.open) : shown
}

/** Is a section shown with a filter? */
export function isShown(row: SectionRow, filter: SectionFilter): boolean {
  if (filter === 'all') return true
  if (filter === 'open') return row.open > 0
  if (filter === 'differing') return row.differs
  return row.cells.some(({ mark }) => mark === filter)
}

/** What a country decided about a change, or what waits; nothing if it started on the release, or the change is not for it. */
export type ChangeCell =
  | ({ is: 'decided' } & DecidedSection)
  | { is: 'waiting'; mark: Mark; isLate: boolean }
  | { is: 'nothing' }

/** One section that the newest release changed, across the countries. */
export type ChangeRow = {
  key: string
  number: string
  became: Became
  title: Said<string>
  class: ChangeClass | null
  /** The first day by which countries decide; null if none is set. */
  decideBy: string | null
  note: string
  /** In the order of the countries. */
  cells: ChangeCell[]
}

/**
 * The sections that differ between two releases of the common framework: what matters most first, then what is to be decided
 * first, then in reading order.
 */
export function changeRows({
  before,
  after,
  notes,
  standings,
  titleOf,
  today,
}: {
  before: readonly ManifestEntry[]
  after: readonly ManifestEntry[]
  /** By the key of the section (`notesBetween`). */
  notes: ReadonlyMap<string, readonly ChangeNote[]>
  standings: readonly CountryStanding[]
  titleOf: TitleOf
  /** As `2026-12-04`. */
  today: string
}): ChangeRow[] {
  const asListed = (entries: readonly ManifestEntry[]) => entries.map((entry) => ({ entry }))
  const changed = whatBecame({
    before: asListed(before),
    after: asListed(after),
    isSame: (was, is) => was.entry.blob === is.entry.blob,
  }).filter(({ became }) => became !== 'same')
  const rows = changed.map(({ key, number, became, section }): ChangeRow => {
    const note = joinedNote(notes.get(key) ?? [])
    return {
      ...{ key, number, became, title: titleOf(section.entry) },
      class: note?.class ?? null,
      decideBy: note?.decideBy ?? null,
      note: note?.note ?? '',
      cells: standings.map((one) => changeCell(one, key, today)),
    }
  })
  return byClassAndDay(rows)
}

function changeCell({ waiting, decided }: CountryStanding, key: string, today: string): ChangeCell {
  const waits = waiting.get(key)
  if (waits) return { is: 'waiting', mark: waitingMark(waits), isLate: isLate(waits, today) }
  const choice = decided.get(key)
  return choice ? { is: 'decided', ...choice } : { is: 'nothing' }
}

/**
 * Returns the changes of a class, and of them those that ask or asked something of a country, which is then the only
 * column. A country without a version has no column.
 */
export function shownChanges<Country extends { country: string }>(
  { rows, columns }: { rows: readonly ChangeRow[]; columns: readonly Country[] },
  asked: Pick<OverviewAsked, 'class' | 'country'>,
): { rows: ChangeRow[]; columns: Country[] } {
  const ofClass = rows.filter((row) => asked.class === null || row.class === asked.class)
  if (asked.country === null) return { rows: ofClass, columns: [...columns] }
  const index = columns.findIndex(({ country }) => country === asked.country)
  const column = columns[index]
  if (!column) return { rows: [], columns: [] }
  const cellOf = (row: ChangeRow) => row.cells[index] ?? { is: 'nothing' as const }
  return {
    rows: ofClass.filter((row) => cellOf(row).is !== 'nothing').map((row) => ({ ...row, cells: [cellOf(row)] })),
    columns: [column],
  }
}

function isAsked(waiting: WaitingSection | undefined): boolean {
  return waiting !== undefined && isAsking(waiting)
}
