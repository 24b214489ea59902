import { aboutChanges } from '@/domain/aboutChanges'
import type { About, ManifestEntry, Release } from '@/domain/release'
import { contentHash } from './contentHash'
import { manifestHash } from './resolveVariant'
import { stateOf } from './stateOf'

/**
 * Identifies what a release of the common framework would publish: the working texts, and what its pages would say
 * about the toolkit. A person who releases names what they saw, and is refused if it has changed by then.
 */
export function releaseState({
  sections,
  about,
}: {
  /** Without retired sections. */
  sections: readonly { id: string; rev: number }[]
  about: About
}): string {
  return contentHash([stateOf(sections), about])
}

/** Did this release publish exactly that: the same texts, and the same about the toolkit and the country? */
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
