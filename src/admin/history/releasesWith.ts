import type { ManifestEntry, Release } from '@/domain/release'

/** The releases that contained a section; those that left it out, and withdrawals, released nothing of it. */
export function releasesWith<Listed extends Pick<Release, 'id' | 'kind'>>({
  releases,
  manifests,
  key,
}: {
  releases: readonly Listed[]
  /** The sections of each release, by its id. */
  manifests: ReadonlyMap<string, readonly ManifestEntry[]>
  key: string
}): Listed[] {
  return releases.filter(
    ({ id, kind }) =>
      kind === 'release' && manifests.get(id)?.some((entry) => entry.key === key && entry.mode !== 'omit'),
  )
}
