import type { CountryStanding, DecidedSection, WaitingSection } from '@/domain/countryStanding'
import type { Mode } from '@/domain/section'

type Given = Partial<Omit<CountryStanding, 'modes' | 'waiting' | 'decided' | 'kept'>> & {
  modes?: Record<string, Mode>
  waiting?: (Partial<WaitingSection> & { key: string })[]
  decided?: Record<string, Partial<DecidedSection>>
  kept?: string[]
}

/** Where a country stands: it has decided on everything, unless the test says more. */
export function standing(country: string, { modes = {}, waiting = [], decided = {}, kept = [], ...given }: Given = {}) {
  const waits = waiting.map(
    (one): WaitingSection => ({
      status: 'ready',
      class: null,
      decideBy: null,
      decidedWith: null,
      pausedUntil: null,
      ...one,
    }),
  )
  const choices = Object.entries(decided).map(([key, one]): [string, DecidedSection] => [
    key,
    { choice: 'accept', reason: null, note: '', at: '2026-11-01T10:00:00.000Z', behind: [], ...one },
  ])
  const made: CountryStanding = {
    country,
    variant: `version of ${country}`,
    modes: new Map(Object.entries(modes)),
    waiting: new Map(waits.map((one) => [one.key, one])),
    decided: new Map(choices),
    kept: new Set(kept),
    follows: { seq: 2, version: '2.0' },
    behind: 0,
    lastActivity: null,
    ...given,
  }
  return made
}
