import type { Release } from '@/domain/release'
import { withdrawalOf } from '@/domain/standing'
import type { FollowedHeads } from '@/stored/commonBase'

type Listed = Pick<Release, 'kind' | 'seq' | 'version'>
type Stands = { release: Pick<Release, 'seq'>; keys: readonly string[] }

/**
 * The numbers of the releases of the common framework, oldest first, that a decision on these sections is about: all
 * after the one on which any of them stands, up to the newest. One that was withdrawn is not among them.
 */
export function openReleases({
  keys,
  newest,
  followed: { baseline, others },
  heads,
}: {
  keys: readonly string[]
  newest: Pick<Release, 'seq'>
  followed: { baseline: Pick<Release, 'seq'>; others: Record<keyof Pick<FollowedHeads, 'behind' | 'ahead'>, Stands[]> }
  /** All publications of the common framework. */
  heads: readonly Listed[]
}): string[] {
  const elsewhere = [...others.behind, ...others.ahead]
  const standsOn = (key: string) => elsewhere.find((one) => one.keys.includes(key))?.release.seq ?? baseline.seq
  const oldest = Math.min(newest.seq, ...keys.map(standsOn))
  return heads
    .filter((one) => one.kind === 'release' && one.seq > oldest && one.seq <= newest.seq && !withdrawalOf(one, heads))
    .toSorted((a, b) => a.seq - b.seq)
    .map(({ version }) => version)
}
