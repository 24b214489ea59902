import type { Language } from './language'
import type { ManifestEntry } from './release'
import { isEmptyField } from './richText/sameText'
import { type Said, saidIn } from './said'
import type { Reason } from './section'

/** Why a country differs, in its own words and from the list: at least one of the three. */
export type Why = { reason?: Reason; explanation?: Said<string>; sources?: string }

/** How a text is read: in which language, and whose words stand in where it has none (see `saidIn`). */
export type Reading = {
  language: Language
  source: Language
  /** Nothing was to be read in this language: others stand in, whatever was written. */
  isUnread?: boolean
}

/**
 * Why a country differs, as readers of a language get it; null where it says nothing. Whoever shows it asks here, the site as well as
 * the review: what readers get and the reviewer is not shown is approved by nobody.
 */
export function whyOf(
  { reason, explanation: written, sources }: Pick<ManifestEntry, 'reason' | 'explanation' | 'sources'>,
  { language, source, isUnread = false }: Reading,
): Why | null {
  const missing = isUnread || isEmptyField(written?.[language])
  const explanation = saidIn(written ?? {}, { language, source, missing })
  if (!reason && !explanation && !sources) return null
  return { ...(reason ? { reason } : {}), ...(explanation ? { explanation } : {}), ...(sources ? { sources } : {}) }
}
