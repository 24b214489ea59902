import type { Release } from '@/domain/release'

/** The releases that contained a section; those that left it out, and withdrawals, released nothing of it. */
export function releasesWith({ releases, key }: { releases: readonly Release[]; key: string }): Release[] {
  const isUsedIn = ({ manifest }: Release) => manifest.some((entry) => entry.key === key && entry.mode !== 'omit')
  return releases.filter((release) => release.kind === 'release' && isUsedIn(release))
}
