import type { PayloadRequest } from 'payload'
import { releasesBetween } from '@/domain/changeGroups'
import type { Release } from '@/domain/release'
import { notesOnUpdates } from '@/domain/updates/updates'
import { loadStandingReleases } from '@/stored/commonBase'
import type { ReleaseHead } from '@/stored/release'
import { questionOf, type WaitingUpdate } from '@/stored/updates'
import type { StoredVariantSection, Variant } from '@/stored/variants'

/**
 * Gives the release on which the section of an update stands, or the oldest of several that are joined: what waits came with
 * the releases after it.
 */
export async function loadSince({
  req,
  variant,
  own,
  heads,
  newest,
}: {
  req: PayloadRequest
  variant: Pick<Variant, 'baseline'>
  own: readonly StoredVariantSection[]
  /** All publications of the common framework. */
  heads: readonly ReleaseHead[]
  /** The release that is decided on. */
  newest: Pick<Release, 'seq'>
}): Promise<(waiting: WaitingUpdate) => ReleaseHead | undefined> {
  const others = heads.flatMap(({ id, kind }) => (kind === 'release' ? id : []))
  const { entryIn } = await loadStandingReleases({ req, variant, own, others })
  const { since } = notesOnUpdates({ line: heads, start: variant.baseline, newest })
  return (waiting) => since({ ...questionOf(waiting), entryIn })
}

/**
 * The numbers of the releases of the common framework, oldest first, that a decision on sections is about: all after the
 * oldest on which one of them stands, up to the newest. One that was withdrawn is not among them.
 */
export function openReleases({
  since,
  newest,
  heads,
}: {
  /** The releases on which the sections stand. */
  since: readonly Pick<Release, 'seq'>[]
  newest: Pick<Release, 'seq'>
  heads: readonly Pick<Release, 'kind' | 'seq' | 'version'>[]
}): string[] {
  const seq = Math.min(newest.seq, ...since.map((one) => one.seq))
  return releasesBetween({ line: heads, from: { seq }, to: newest }).map(({ version }) => version)
}
