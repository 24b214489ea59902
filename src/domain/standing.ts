import { type Outcome, refuse } from './refusal'
import type { Release } from './release'

/** The fields that say where a release stands in its line. */
type Listed = Pick<Release, 'kind' | 'seq' | 'version'>

/** The present state of a line of releases: a toolkit's common framework, or one national version. */
export type Standing<Published extends Listed = Release> = {
  /** The newest release with text, withdrawn or not: the working text is compared with it. Null before the first. */
  lastText: Published | null
  /** The withdrawal that holds now; null if there is none. It has no sections, and the version that it withdraws. */
  withdrawal: Published | null
  /** The release that readers use and countries can start on. Null before the first, and while it is withdrawn. */
  inUse: Published | null
}

/** Returns the state of a line, newest first. After a withdrawal nothing is in use until the next release. */
export function standingOf<Published extends Listed>(releases: readonly Published[]): Standing<Published> {
  const [newest] = releases
  const lastText = releases.find(({ kind }) => kind === 'release') ?? null
  const withdrawal = newest?.kind === 'withdrawal' ? newest : null
  return { lastText, withdrawal, inUse: withdrawal ? null : lastText }
}

/** Returns the withdrawal of a release (same version, higher `seq`) from its line; undefined if it is not withdrawn. */
export function withdrawalOf<Published extends Listed>(
  { seq, version }: Pick<Release, 'seq' | 'version'>,
  line: readonly Published[],
): Published | undefined {
  return line.find((one) => one.kind === 'withdrawal' && one.version === version && one.seq > seq)
}

/**
 * Returns the newest release of a line that is not withdrawn; null if there is none. With `before`, only the line up to
 * the publication of that number counts. `releases` are newest first.
 */
export function lastHeld<Published extends Listed>(
  releases: readonly Published[],
  before = Number.POSITIVE_INFINITY,
): Published | null {
  const line = releases.filter(({ seq }) => seq < before)
  return line.find((one) => one.kind === 'release' && !withdrawalOf(one, line)) ?? null
}

/** Returns the withdrawn releases that are newer than the newest one that still holds. */
export function withdrawnSince<Published extends Listed>(releases: readonly Published[]): Published[] {
  const held = lastHeld(releases)
  return releases.filter(({ kind, seq }) => kind === 'release' && seq > (held?.seq ?? 0))
}

/** Returns the common release that a country starts on; never a withdrawal, on which a version would be empty. */
export function startOn({ inUse, withdrawal }: Standing): Outcome<Release> {
  if (inUse) return { ok: true, result: inUse }
  if (withdrawal) return refuse('refusal.common-withdrawn', { version: withdrawal.version })
  return refuse('refusal.no-master-release')
}
