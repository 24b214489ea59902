import type { PayloadRequest } from 'payload'
import { isSameJson } from '@/domain/canonicalJson'
import { loadVariantSectionRevision } from './revisions'
import type { StoredVariantSection } from './variants'

/**
 * Returns the revision for which a decision can be taken back: `since`, that of the decision, if nothing but a pause was
 * stored later, and else the stored one. Another revision is read only if there is a later one.
 */
export async function revisionOfDecision({
  req,
  stored,
  since,
}: {
  req: PayloadRequest
  stored: StoredVariantSection
  since: number
}): Promise<number> {
  if (stored.rev <= since) return stored.rev
  const then = await loadVariantSectionRevision({ req, id: stored.id, rev: since })
  return then && isSameJson(withoutPause(then.document), withoutPause(stored)) ? since : stored.rev
}

function withoutPause({ paused: _, rev: __, updatedAt: ___, updatedBy: ____, ...section }: StoredVariantSection) {
  return section
}
