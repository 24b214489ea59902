import type { Role } from './actor'
import { type CountryStanding, isLate, openIn, pausedIn, type WaitingSection } from './countryStanding'
import { byDay, dayOf, daysBetween, earliest } from './day'
import type { Language } from './language'
import type { UpdateQuestion } from './updateQuestions'

/** Sections that several countries changed alike. */
export type AlikeSection = { key: string; language: Language; countries: string[] }

/** A question of a country about the update of one section. */
export type AskedQuestion = UpdateQuestion & { variant: string; as: Role | null }

/** What a coordinator looks at first. */
export type Notice =
  | { kind: 'asked'; key: string; question: AskedQuestion }
  | ({ kind: 'late'; days: number; late: number } & OfCountry)
  | UrgentChange
  | ({ kind: 'behind' } & OfCountry)

/** An urgent change, with the countries that have not decided on it and those that put the decision off with a pause. */
export type UrgentChange = {
  kind: 'urgent'
  key: string
  open: CountryStanding[]
  paused: CountryStanding[]
  /** The first of the last days of all these countries. */
  decideBy: string | null
}

type OfCountry = { standing: CountryStanding; open: number; urgent: number; substantive: number; idle: number | null }

/** From this number of releases on a country is behind: with one, it may be at work on it. */
export const BEHIND = 2

/**
 * Returns what needs a coordinator, in this order: questions of countries, the oldest first; countries whose last day for a decision is
 * over, the longest first; urgent changes on which not all countries have decided, also because of a pause; other countries that are two
 * releases or more behind.
 */
export function lookFirst({
  standings,
  questions,
  today,
}: {
  standings: readonly CountryStanding[]
  /** Those that are open. */
  questions: readonly AskedQuestion[]
  /** As `2026-12-04`. */
  today: string
}): Notice[] {
  const late = standings
    .flatMap((standing): (Notice & { kind: 'late' })[] => {
      const overdue = openIn(standing).filter((one) => isLate(one, today))
      if (overdue.length === 0) return []
      const days = Math.max(...overdue.map(({ decideBy }) => daysBetween(decideBy ?? today, today)))
      return [{ kind: 'late', days, late: overdue.length, ...ofCountry(standing, today) }]
    })
    .toSorted((one, other) => other.days - one.days)
  const isListed = new Set(late.map(({ standing }) => standing.variant))
  const behind = standings
    .filter(({ behind, variant }) => behind >= BEHIND && !isListed.has(variant))
    .toSorted((one, other) => other.behind - one.behind)
    .map((standing): Notice => ({ kind: 'behind', ...ofCountry(standing, today) }))
  const asked = questions
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map((question): Notice => ({ kind: 'asked', key: question.key, question }))
  return [...asked, ...late, ...urgentIn(standings), ...behind]
}

/** Returns the sections that most countries changed alike first. */
export function mostCountriesFirst(alike: readonly AlikeSection[]): AlikeSection[] {
  return alike.toSorted((one, other) => other.countries.length - one.countries.length)
}

function ofCountry(standing: CountryStanding, today: string): OfCountry {
  const open = openIn(standing)
  const count = (of: WaitingSection['class']) => open.filter((one) => one.class === of).length
  const { lastActivity } = standing
  return {
    standing,
    open: open.length,
    urgent: count('urgent'),
    substantive: count('substantive'),
    idle: lastActivity === null ? null : daysBetween(dayOf(lastActivity), today),
  }
}

/** Each urgent change that some countries have not decided on or have paused; the one with the first last day first. */
function urgentIn(standings: readonly CountryStanding[]): UrgentChange[] {
  const found = new Map<string, UrgentChange>()
  for (const standing of standings)
    for (const { key, class: of, decideBy, status } of [...openIn(standing), ...pausedIn(standing)]) {
      if (of !== 'urgent') continue
      const known = found.get(key) ?? { kind: 'urgent', key, open: [], paused: [], decideBy: null }
      known[status === 'paused' ? 'paused' : 'open'].push(standing)
      known.decideBy = earliest([known.decideBy, decideBy])
      found.set(key, known)
    }
  return [...found.values()].toSorted((one, other) => byDay(one.decideBy, other.decideBy))
}
