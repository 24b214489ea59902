/** Returns the day in UTC (`2026-12-04`) of a time in ISO 8601: days for decisions are stored so. */
export function dayOf(time: string): string {
  return time.slice(0, 'yyyy-mm-dd'.length)
}

/** Returns the first of these days (`2026-12-04`); null if none is set. */
export function earliest(days: readonly (string | null)[]): string | null {
  return days.flatMap((day) => day ?? []).toSorted()[0] ?? null
}

/** Sorts two days (`2026-12-04`), the first one first; a missing day comes last. */
export function byDay(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null || other === null) return one === null ? 1 : -1
  return one < other ? -1 : 1
}

/** The number of days from one day to another, both as `2026-12-04`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
