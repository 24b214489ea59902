import type { Release } from './release'

/** From this moment on (ISO 8601) a national version followed this release of the common framework. */
export type Step = { at: string; version: string }

type Known = Pick<Release, 'id' | 'seq' | 'version' | 'publishedAt'>

/**
 * Returns the releases of the common framework that a national version followed, oldest first. It follows a release from
 * the moment on at which it had decided more than half of its changes (`followedRelease`); a release that changed nothing
 * for it, from its publication on. The last step is the release that it follows now. The work grows with the number of
 * decisions, and no earlier state of the version is computed.
 */
export function followedOverTime({
  start,
  line,
  decisions,
  open,
  follows,
}: {
  /** When the country started, and on which release. */
  start: { at: string; release: Known }
  /** The releases of the common framework that hold, oldest first. */
  line: readonly Known[]
  /** Those that hold. */
  decisions: readonly { release: string; at: string }[]
  /** How many decisions on the newest release are open. */
  open: number
  follows: Pick<Release, 'seq' | 'version'>
}): Step[] {
  const newest = line.at(-1)
  let steps: Step[] = [{ at: start.at, version: start.release.version }]
  for (const { id, publishedAt, seq, version } of line) {
    if (seq <= start.release.seq || seq > follows.seq) continue
    const made = decisions
      .filter(({ release }) => release === id)
      .map(({ at }) => at)
      .toSorted()
    if (made.length === 0 && seq !== follows.seq) continue
    const all = made.length + (id === newest?.id ? open : 0)
    const at = made[Math.min(made.length - 1, Math.floor(all / 2))] ?? publishedAt
    // Decisions on a newer release that came first leave nothing to follow in between.
    steps = [...steps.filter((step, index) => index === 0 || step.at < at), { at, version }]
  }
  return steps.at(-1)?.version === follows.version
    ? steps
    : [...steps, { at: steps.at(-1)?.at ?? start.at, version: follows.version }]
}
