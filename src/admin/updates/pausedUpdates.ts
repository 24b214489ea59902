import { isPaused, type Pause } from '@/domain/pause'
import type { Variant } from '@/stored/variants'
import { isUrgent } from './updateRows'
import type { VersionUpdates } from './versionUpdates'

/** A pause of all updates of a version, and what waits for its end. */
export type PausedUpdates = {
  /** The version, and the newest release of the common framework. */
  variant: string
  version: string
  pause: Pause
  /** How many updates wait, and how many of these are urgent. */
  count: number
  urgent: number
  /** The last days for decisions on the urgent ones, each once, the first one first. */
  days: string[]
}

/** Null unless all updates of the version are paused today (`2026-12-04`). */
export function pausedUpdates({
  updates: { newest, notes, waiting },
  variant,
  today,
}: {
  updates: Pick<VersionUpdates, 'newest' | 'notes' | 'waiting'>
  variant: Pick<Variant, 'id' | 'paused'>
  today: string
}): PausedUpdates | null {
  const { paused: pause } = variant
  if (!pause || !isPaused(pause, today)) return null
  const paused = waiting.filter(({ update }) => update.status === 'paused')
  const urgent = paused.flatMap(({ update: { key } }) => notes.get(key) ?? []).filter((note) => isUrgent({ note }))
  const days = new Set(urgent.flatMap(({ decideBy }) => decideBy ?? []))
  return {
    ...{ variant: variant.id, version: newest.version, pause },
    ...{ count: paused.length, urgent: urgent.length, days: [...days].toSorted() },
  }
}
