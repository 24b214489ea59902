import type { About } from '@/domain/release'
import { contentHash } from './contentHash'
import { type Edition, pinnedAboutOf, pinnedManifestOf } from './editions'
import { manifestHash, type ResolvedVariant } from './resolveVariant'

/** What a review is pinned to: the text that was sent, and what its pages say about the toolkit and the country. */
export function reviewHash({ text, about }: { text: string; about: About }): string {
  return contentHash({ about, text })
}

/**
 * The hash of what would be published of an edition now: the current version, with the names that were sent. Editions
 * that were sent when the hash covered only the text keep that, so that decisions on them stay valid.
 */
export function reviewHashNow({ edition, resolved }: { edition: Edition; resolved: ResolvedVariant }): string {
  const about = pinnedAboutOf(edition)
  const manifest = pinnedManifestOf(edition)
  const isOfText = manifest !== null && edition.pinnedHash === manifestHash(manifest)
  return about === null || isOfText ? resolved.hash : reviewHash({ text: resolved.hash, about })
}
