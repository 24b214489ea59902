import { saysWhy } from './changeReasons'
import type { ByLanguage } from './language'
import type { ManifestEntry } from './release'
import { isEmptyField } from './richText/sameText'
import { type Reading, type Said, saidIn } from './said'
import type { ChangedAt, Reason, Reasons, Reference } from './section'

/** Why a country made one change: as readers of a language get it. */
export type ChangeWhy = {
  at: ChangedAt
  reason?: Reason
  explanation?: Said<string>
  references: readonly Reference[]
}

/**
 * Why a country differs: a reason from the list, its explanation, its sources and reasons for single changes, at least one
 * of the four.
 */
export type Why = { reason?: Reason; explanation?: Said<string>; sources?: string; changes?: ChangeWhy[] }

/**
 * Returns why a country differs, as readers of a language get it; null if it gives nothing. The site and the review
 * both call this: a reviewer must see all that readers get.
 */
export function whyOf(
  { reason, explanation: written = {}, sources, changeReasons = [] }: Pick<ManifestEntry, keyof Reasons>,
  reading: Reading,
): Why | null {
  const explanation = explained(written, reading)
  const changes = changeReasons.filter(saysWhy).map(({ at, explanation: of, reason, references }): ChangeWhy => {
    const said = explained(of, reading)
    return { at, ...(reason ? { reason } : {}), ...(said ? { explanation: said } : {}), references }
  })
  if (!reason && !explanation && !sources && changes.length === 0) return null
  return {
    ...(reason ? { reason } : {}),
    ...(explanation ? { explanation } : {}),
    ...(sources ? { sources } : {}),
    ...(changes.length > 0 ? { changes } : {}),
  }
}

function explained(written: ByLanguage<string>, reading: Reading): Said<string> | undefined {
  const isUnread = reading.isUnread || isEmptyField(written[reading.language])
  return saidIn(written, { ...reading, isUnread })
}
