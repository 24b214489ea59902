import { aboutChanges } from '@/domain/aboutChanges'
import type { About, ManifestEntry, Release } from '@/domain/release'
import { contentHash } from './contentHash'
import { manifestHash } from './resolveVariant'
import { stateOf } from './stateOf'

/**
 * Stands for what a release of the common framework would publish: the working texts, and what its pages would say of the
 * toolkit. Who releases names what they saw, and is refused where it is another by then.
 */
export function releaseState({
  sections,
  about,
}: {
  /** Without those that were taken out. */
  sections: readonly { id: string; rev: number }[]
  about: About
}): string {
  return contentHash([stateOf(sections), about])
}

/** Did this release publish just that: the same texts, and the same of the toolkit and of the country? */
export function isSameRelease({
  release,
  manifest,
  about,
}: {
  release: Release
  manifest: ManifestEntry[]
  about: About
}): boolean {
  return (
    release.manifestHash === manifestHash(manifest) &&
    aboutChanges({ before: release.about, after: about }).length === 0
  )
}
