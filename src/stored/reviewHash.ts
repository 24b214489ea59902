import type { About } from '@/domain/release'
import { contentHash } from './contentHash'
import type { Edition } from './editions'
import { manifestHash, type ResolvedVariant } from './resolveVariant'

/** What a review is pinned to: the text that was sent, and what its pages say of the toolkit and of the country. */
export function reviewHash({ text, about }: { text: string; about: About }): string {
  return contentHash({ about, text })
}

/**
 * The hash of what would be published of an edition now: the version as it reads, under the names that were sent. Editions
 * that were sent when the hash was of the text alone keep it so: what was decided on them holds.
 */
export function reviewHashNow({ edition, resolved }: { edition: Edition; resolved: ResolvedVariant }): string {
  const { pinnedAbout, pinnedHash, pinnedManifest } = edition
  const isOfText = pinnedManifest !== null && pinnedHash === manifestHash(pinnedManifest)
  return pinnedAbout === null || isOfText ? resolved.hash : reviewHash({ text: resolved.hash, about: pinnedAbout })
}
