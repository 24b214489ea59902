import type { Edition } from '@/stored/editions'
import type { ActionContext } from './action'

/** Stores a reviewer's decision about what was sent, pinned to the hash of the text that they saw. */
export async function recordDecision(
  { actor, now, payload, req }: ActionContext,
  { edition, decision, comment }: { edition: Edition; decision: 'approve' | 'ask-for-changes'; comment: string },
): Promise<void> {
  await payload.create({
    collection: 'review-decisions',
    data: {
      edition: edition.id,
      country: edition.country,
      round: edition.round,
      reviewer: actor.userId,
      decision,
      comment,
      contentHash: edition.pinnedHash ?? '',
      at: now,
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
}
