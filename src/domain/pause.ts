/** Why a country does not decide on updates now, and its last day (`2026-12-04`); null if it ends the pause by hand. */
export type Pause = { reason: string; until: string | null }

/** Does a pause hold on this day (`2026-12-04`)? Its last day belongs to it. */
export function isPaused(pause: Pause | null, today: string): boolean {
  return pause !== null && (pause.until === null || pause.until >= today)
}

/** Returns the pause that holds for a section: its own, or else that of the whole version; null if none does. */
export function pauseOf({
  section,
  version,
  today,
}: {
  section: Pause | null
  version: Pause | null
  today: string
}): Pause | null {
  return [section, version].find((one) => isPaused(one, today)) ?? null
}
