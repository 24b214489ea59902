import { withdrawalOf } from '@/domain/standing'
import type { ReleaseHead } from '@/stored/release'

/** Two releases of a line, the earlier one first; both can be the same. */
export type ChosenReleases = { from: ReleaseHead; to: ReleaseHead }

/**
 * The releases that an address names, the earlier one first. Without numbers the newest release, and the newest one
 * before it that was not withdrawn. `unknown` if it names one that does not exist, null if there are not two releases.
 */
export function chosenReleases({
  line,
  from,
  to,
}: {
  /** All publications, in any order. */
  line: readonly ReleaseHead[]
  /** Numbers of releases; empty if the address names none. */
  from: string
  to: string
}): ChosenReleases | 'unknown' | null {
  const releases = line.filter(({ kind }) => kind === 'release').toSorted((one, other) => one.seq - other.seq)
  if (releases.length < 2) return null
  const numbered = (version: string) => releases.find((one) => one.version === version)
  const later = to === '' ? releases.findLast((one) => one.version !== from) : numbered(to)
  if (!later) return 'unknown'
  const before = releases.filter(({ seq }) => seq < later.seq)
  const usual = before.findLast((one) => !withdrawalOf(one, line)) ?? before.at(-1) ?? releases[1]
  const earlier = from === '' ? usual : numbered(from)
  if (!earlier) return 'unknown'
  return earlier.seq <= later.seq ? { from: earlier, to: later } : { from: later, to: earlier }
}
