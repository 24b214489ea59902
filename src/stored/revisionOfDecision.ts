import type { PayloadRequest } from 'payload'
import { isSameJson } from '@/domain/canonicalJson'
import { loadVariantSectionRevision } from './revisions'
import type { StoredVariantSection } from './variants'

/**
 * Returns the revision for which a decision can be taken back, and when it was stored: `since`, that of the decision, if
 * the section is as it was then but for a pause, and else the stored one. Another revision is read only if there is a later one.
 */
export async function revisionOfDecision({
  req,
  stored,
  since,
}: {
  req: PayloadRequest
  stored: StoredVariantSection
  since: number
}): Promise<{ rev: number; at: string }> {
  const newest = { rev: stored.rev, at: stored.updatedAt }
  if (stored.rev <= since) return newest
  const then = await loadVariantSectionRevision({ req, id: stored.id, rev: since })
  return then && isSameButPaused(then.document, stored) ? { rev: since, at: then.at } : newest
}

/** Are two revisions of a section the same but for a pause? A later decision that was taken back leaves the same too. */
export function isSameButPaused(one: StoredVariantSection, other: StoredVariantSection): boolean {
  return isSameJson(withoutPause(one), withoutPause(other))
}

function withoutPause({ paused: _, rev: __, updatedAt: ___, updatedBy: ____, ...section }: StoredVariantSection) {
  return section
}
