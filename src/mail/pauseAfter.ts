const LONGEST_MS = 2 * 60 * 60 * 1000

/** How long to wait after so many tries: twice as long each time, two hours at most. */
export function pauseAfter({ tries, firstPauseMs }: { tries: number; firstPauseMs: number }): number {
  return Math.min(firstPauseMs * 2 ** Math.max(tries - 1, 0), LONGEST_MS)
}
