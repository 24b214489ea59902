import { type Outcome, refuse } from './refusal'
import type { Release } from './release'

/** What says of a release where it stands among the others of its line. */
type Listed = Pick<Release, 'kind' | 'seq' | 'version'>

/** What the releases of one line (a toolkit's common framework or one national version) come to now. */
export type Standing = {
  /** The newest release with text, withdrawn or not: what the working text is compared with. Null before the first. */
  lastText: Release | null
  /** The withdrawal that holds now; null where none does. It has no sections, and the number of what it withdraws. */
  withdrawal: Release | null
  /** What readers use and countries can start on. Null before the first release, and while it is withdrawn. */
  inUse: Release | null
}

/** The last word counts: after a withdrawal nothing is in use until there is a new release. `releases` are newest first. */
export function standingOf(releases: readonly Release[]): Standing {
  const [newest] = releases
  const lastText = releases.find(({ kind }) => kind === 'release') ?? null
  const withdrawal = newest?.kind === 'withdrawal' ? newest : null
  return { lastText, withdrawal, inUse: withdrawal ? null : lastText }
}

/**
 * What took back one release, among all that its line published; undefined where it is not withdrawn. A withdrawal names the
 * release that it takes back by its version.
 */
export function withdrawalOf<Published extends Listed>(
  { seq, version }: Pick<Release, 'seq' | 'version'>,
  line: readonly Published[],
): Published | undefined {
  return line.find((one) => one.kind === 'withdrawal' && one.version === version && one.seq > seq)
}

/**
 * The newest release of a line that still holds, before the one with number `before` where that is given, as it was then; null
 * without one. What was withdrawn is nothing that readers have. `releases` are newest first.
 */
export function lastHeld<Published extends Listed>(
  releases: readonly Published[],
  before = Number.POSITIVE_INFINITY,
): Published | null {
  const line = releases.filter(({ seq }) => seq < before)
  return line.find((one) => one.kind === 'release' && !withdrawalOf(one, line)) ?? null
}

/** The releases with text that were withdrawn since the newest one that still holds. */
export function withdrawnSince<Published extends Listed>(releases: readonly Published[]): Published[] {
  const held = lastHeld(releases)
  return releases.filter(({ kind, seq }) => kind === 'release' && seq > (held?.seq ?? 0))
}

/** The release of the common framework that a country starts on: a version that stood on a withdrawal would be empty. */
export function startOn({ inUse, withdrawal }: Standing): Outcome<Release> {
  if (inUse) return { ok: true, result: inUse }
  if (withdrawal) return refuse('refusal.common-withdrawn', { version: withdrawal.version })
  return refuse('refusal.no-master-release')
}
