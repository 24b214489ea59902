import type { ManifestEntry } from './release'
import { isEmptyField } from './richText/sameText'
import { type Reading, type Said, saidIn } from './said'
import type { Reason, Reasons } from './section'

/** Why a country differs: a reason from the list, its explanation and its sources, at least one of the three. */
export type Why = { reason?: Reason; explanation?: Said<string>; sources?: string }

/**
 * Returns why a country differs, as readers of a language get it; null if it gives nothing. The site and the review
 * both call this: a reviewer must see all that readers get.
 */
export function whyOf(
  { reason, explanation: written = {}, sources }: Pick<ManifestEntry, keyof Reasons>,
  reading: Reading,
): Why | null {
  const isUnread = reading.isUnread || isEmptyField(written[reading.language])
  const explanation = saidIn(written, { ...reading, isUnread })
  if (!reason && !explanation && !sources) return null
  return { ...(reason ? { reason } : {}), ...(explanation ? { explanation } : {}), ...(sources ? { sources } : {}) }
}
