import type { PayloadRequest } from 'payload'
import { isSameJson } from '@/domain/canonicalJson'
import { loadVariantSectionRevision } from './revisions'
import type { StoredVariantSection } from './variants'

/**
 * Returns the revision for which a decision can be taken back, and when it was stored: `since`, that of the decision, if
 * nothing but a pause was stored later, and else the stored one. Another revision is read only if there is a later one.
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
  const isPauseOnly = then && isSameJson(withoutPause(then.document), withoutPause(stored))
  return isPauseOnly ? { rev: since, at: then.at } : newest
}

function withoutPause({ paused: _, rev: __, updatedAt: ___, updatedBy: ____, ...section }: StoredVariantSection) {
  return section
}
