import type { ManifestEntry, Release } from './release'
import { isUnchanged } from './updates/updates'

/** From this moment on (ISO 8601) a national version followed this release of the common framework. */
export type Step = { at: string; version: string }

type Known = Pick<Release, 'id' | 'seq' | 'version' | 'publishedAt'>
type Sections = { manifest: readonly ManifestEntry[] }
type Decision = { key: string; release: string; at: string }

/**
 * Returns the releases of the common framework that a national version followed, oldest first. It follows a release by the
 * same rule as now (`followedRelease`): from the moment on at which it had decided more of its changes than were still
 * open, or at which none was open. A decision on a newer release counts for the older ones. The last step is the release
 * that it follows now. The work grows with the number of releases, of sections and of decisions, and no earlier state of
 * the version is computed: what it does with a section now is taken for what it did then.
 */
export function followedOverTime({
  start,
  line,
  withdrawn,
  decisions,
  unasked,
  follows,
}: {
  /** When the country started, and on which release. */
  start: { at: string; release: Known & Sections }
  /** The releases of the common framework that hold, oldest first. */
  line: readonly (Known & Sections)[]
  /** Those that were withdrawn. What a country decided on one of them holds for what is the same in the later ones. */
  withdrawn: readonly (Known & Sections)[]
  /** Those that hold. */
  decisions: readonly Decision[]
  /** The sections about which nothing is asked: those that the country does not use, and its own. */
  unasked: ReadonlySet<string>
  follows: Known
}): Step[] {
  const known = new Map(
    [start.release, ...withdrawn, ...line].map((release) => [release.id, { ...release, entries: byKey(release) }]),
  )
  const made = decisions
    .filter(({ key, release }) => known.has(release) && !unasked.has(key))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  const first = known.get(start.release.id)?.entries ?? new Map()
  let steps: Step[] = [{ at: start.at, version: start.release.version }]
  for (const { id, seq, publishedAt, version } of line) {
    if (seq <= start.release.seq || seq > follows.seq) continue
    const entries = known.get(id)?.entries ?? new Map()
    const keys = [...new Set([...first.keys(), ...entries.keys()])].filter((key) => !unasked.has(key))
    const open = new Set(keys.filter((key) => !isUnchanged(first.get(key), entries.get(key))))
    const at = followedSince({
      ...{ made, open },
      from: later(publishedAt, start.at),
      isDecided: ({ release }) => (known.get(release)?.seq ?? 0) >= seq,
      leavesOpen: ({ key, release }) => !isUnchanged(known.get(release)?.entries.get(key), entries.get(key)),
    })
    if (at === null) continue
    // Decisions on a newer release that came first leave nothing to follow in between.
    steps = [...steps.filter((step, index) => index === 0 || step.at < at), { at, version }]
  }
  const last = steps.at(-1)
  if (last?.version === follows.version) return steps
  return [...steps, { at: later(follows.publishedAt, last?.at ?? start.at), version: follows.version }]
}

/** Returns when a release was followed first; null if it never was. `open` is what was open before all decisions. */
function followedSince({
  made,
  open,
  from,
  isDecided,
  leavesOpen,
}: {
  /** Oldest first. */
  made: readonly Decision[]
  open: Set<string>
  from: string
  /** Is it a decision on this release, or on a newer one? */
  isDecided: (decision: Decision) => boolean
  /** Does the section then stand on a text that differs from the one in this release? */
  leavesOpen: (decision: Decision) => boolean
}): string | null {
  const decided = new Set<string>()
  const isFollowed = () => open.size === 0 || decided.size > open.size
  let at = from
  for (const decision of made) {
    if (decision.at > from && isFollowed()) return at
    if (isDecided(decision)) decided.add(decision.key)
    if (decided.has(decision.key) || !leavesOpen(decision)) open.delete(decision.key)
    else open.add(decision.key)
    if (decision.at > from) at = decision.at
  }
  return isFollowed() ? at : null
}

/** The later of two moments, in ISO 8601. */
function later(one: string, other: string): string {
  return [one, other].toSorted()[1] ?? one
}

function byKey({ manifest }: Sections): Map<string, ManifestEntry> {
  return new Map(manifest.map((entry) => [entry.key, entry]))
}
