import type { EditionState, WorkflowEvent } from '@/domain/workflow'
import type { Edition } from '@/stored/editions'
import type { ActionContext } from './action'

/** Records one step of the review: from which state, to which, by whom, why, for which text. */
export async function recordStep(
  { actor, now, payload, req }: ActionContext,
  {
    edition,
    event,
    to,
    comment = '',
    contentHash = '',
  }: { edition: Edition; event: WorkflowEvent; to: EditionState; comment?: string; contentHash?: string },
): Promise<void> {
  await payload.create({
    collection: 'workflow-events',
    data: {
      edition: edition.id,
      country: edition.country,
      event,
      from: edition.state,
      to,
      actor: actor.userId,
      at: now,
      comment,
      contentHash,
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
}
