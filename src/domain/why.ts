import type { ManifestEntry } from './release'
import { isEmptyField } from './richText/sameText'
import { type Reading, type Said, saidIn } from './said'
import type { Reason, Reasons } from './section'

/** Why a country differs, in its own words and from the list: at least one of the three. */
export type Why = { reason?: Reason; explanation?: Said<string>; sources?: string }

/**
 * Why a country differs, as readers of a language get it; null where it says nothing. Whoever shows it asks here, the site as well as
 * the review: what readers get and the reviewer is not shown is approved by nobody.
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
