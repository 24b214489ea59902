import type { ChangeClass } from './changeNote'
import type { Language } from './language'
import type { Release } from './release'
import type { Mode, Reason } from './section'
import { isAsking, type SaidChoice, type UpdateBecame, type UpdateChoice, type UpdateStatus } from './updates/updates'

/** What waits in one section of a national version since the newest release of the common framework. */
export type WaitingSection = {
  key: string
  status: UpdateStatus
  /** The class that matters most, of all releases that are decided as one; null if none was said. */
  class: ChangeClass | null
  /** The first of their last days (`2026-12-04`); null if none is set. */
  decideBy: string | null
  /** The key of the section with which it is decided; null if it is decided alone, or is the first of several. */
  decidedWith: string | null
  /** The last day of the pause that holds; null if none does, or if somebody ends it by hand. */
  pausedUntil: string | null
}

/** What a country decided about a section in the newest release. */
export type DecidedSection = {
  choice: SaidChoice
  reason: Reason | null
  note: string
  /** ISO 8601. */
  at: string
  /** The languages of the country whose translation of the section is behind the common text that it decided on. */
  behind: readonly Language[]
}

/** Where a national version stands, compared with the newest release of the common framework. */
export type CountryStanding = {
  country: string
  /** The id of the national version. */
  variant: string
  /** What the country does with each section that its version has. */
  modes: ReadonlyMap<string, Mode>
  waiting: ReadonlyMap<string, WaitingSection>
  decided: ReadonlyMap<string, DecidedSection>
  /** The sections in which it kept its text, on the newest release or on an earlier one (`keptIn`). */
  kept: ReadonlySet<string>
  /** The release that the version follows as a whole. */
  follows: Pick<Release, 'seq' | 'version'>
  /** How many releases are newer than that one, without those that were withdrawn. */
  behind: number
  /** When the country last wrote, decided or published (ISO 8601); null if it never did. */
  lastActivity: string | null
}

/** Is the last day for the decision over? `today` as `2026-12-04`; the last day itself belongs to the time. */
export function isLate(waiting: WaitingSection, today: string): boolean {
  return isAsking(waiting) && waiting.decideBy !== null && waiting.decideBy < today
}

/** Returns the decisions that are asked of a country now. Sections that are decided together are one, by the first of them. */
export function openIn<Waiting extends Pick<WaitingSection, 'status' | 'decidedWith'>>({
  waiting,
}: {
  waiting: ReadonlyMap<string, Waiting>
}): Waiting[] {
  return [...waiting.values()].filter((one) => isAsking(one) && one.decidedWith === null)
}

/** Returns the decisions that a country put off with a pause, counted as in `openIn`. */
export function pausedIn({ waiting }: Pick<CountryStanding, 'waiting'>): WaitingSection[] {
  return [...waiting.values()].filter((one) => one.status === 'paused' && one.decidedWith === null)
}

export type OpenCounts = { countries: number; decided: number; open: number; late: number; paused: number }

/**
 * How many countries have decided on everything, and how many decisions are open, late and paused in all of them. A
 * country that paused a decision has not made it.
 */
export function openCounts(standings: readonly CountryStanding[], today: string): OpenCounts {
  const open = standings.map(openIn)
  const paused = standings.map(pausedIn)
  return {
    countries: standings.length,
    decided: standings.filter((_, index) => !open[index]?.length && !paused[index]?.length).length,
    open: open.flat().length,
    late: open.flat().filter((one) => isLate(one, today)).length,
    paused: paused.flat().length,
  }
}

/** What is shown beside the mode of a section: what waits, or that the country kept its text. */
export const MARKS = ['decide', 'check', 'ready', 'paused', 'kept', 'told'] as const
export type Mark = (typeof MARKS)[number]

const MARK_OF: Record<UpdateStatus, Mark> = {
  'decision-needed': 'decide',
  'please-check': 'check',
  ready: 'ready',
  paused: 'paused',
  told: 'told',
}

/** Returns the mark of what waits. */
export function waitingMark({ status }: Pick<WaitingSection, 'status'>): Mark {
  return MARK_OF[status]
}

/** Returns the mark of a section in a national version; null if nothing waits and its text was not kept. */
export function markOf({ waiting, kept }: Marked, key: string): Mark | null {
  const waits = waiting.get(key)
  if (waits) return waitingMark(waits)
  return kept.has(key) ? 'kept' : null
}

type Marked = {
  waiting: ReadonlyMap<string, Pick<WaitingSection, 'status'>>
  kept: ReadonlySet<string>
}

/**
 * Returns how many sections of a national version have each mark, as its list of updates shows them: sections that are decided
 * together are one, by the first of them.
 */
export function markCounts({
  waiting,
  kept,
}: Pick<Marked, 'kept'> & {
  waiting: ReadonlyMap<string, Pick<WaitingSection, 'status' | 'decidedWith'>>
}): Record<Mark, number> {
  const counts: Record<Mark, number> = { decide: 0, check: 0, ready: 0, paused: 0, kept: 0, told: 0 }
  for (const one of waiting.values()) if (one.decidedWith === null) counts[waitingMark(one)] += 1
  for (const key of kept) if (!waiting.has(key)) counts.kept += 1
  return counts
}

/**
 * Returns the sections in which a country has kept its text: it said so in its last decision there, on whichever release, and
 * still has text of its own. What its own proposal settled, nobody in the country said.
 */
export function keptIn({
  decisions,
  modes,
}: {
  /** Those that hold, newest first. */
  decisions: readonly {
    key: string
    choice: UpdateChoice | 'undone'
    status: UpdateStatus
    became: UpdateBecame
    byProposal: string | null
  }[]
  /** What the country does with each section. */
  modes: ReadonlyMap<string, Mode>
}): Set<string> {
  const last = new Map(decisions.toReversed().map((one) => [one.key, one]))
  const hasOwnText = (key: string) => {
    const mode = modes.get(key) ?? 'inherit'
    return mode !== 'inherit' && mode !== 'omit'
  }
  // In a section that is new or not used, there was no text to keep.
  const saysSo = ({ became, byProposal, choice, status }: (typeof decisions)[number]) =>
    (choice === 'keep' || choice === 'not-for-us') && status !== 'told' && became !== 'new' && byProposal === null
  return new Set([...last.values()].filter((one) => saysSo(one) && hasOwnText(one.key)).map(({ key }) => key))
}
