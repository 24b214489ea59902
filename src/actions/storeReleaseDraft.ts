import { MASTER } from '@/domain/release'
import type { ReleaseDraft } from '@/domain/releaseDraft'
import type { StoredDraft } from '@/stored/releaseDrafts'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'

/** Stores the next revision of what is written for the next release, and records it. */
export async function storeReleaseDraft(
  { payload, req }: ActionContext,
  { toolkit, stored, next }: { toolkit: string; stored: StoredDraft; next: ReleaseDraft },
): Promise<void> {
  const data = { toolkit, notes: next.notes, release: next.release }
  const asked = { collection: 'release-drafts', depth: 0, overrideAccess: false, req } as const
  const { id } =
    stored.id === null
      ? await payload.create({ ...asked, data })
      : await payload.update({ ...asked, id: stored.id, data })
  await recordAuditEvent({
    req,
    country: MASTER,
    action: 'release-notes.save',
    subject: `release-drafts/${id}`,
    details: { rev: next.rev },
  })
}
