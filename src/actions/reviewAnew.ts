import { transition } from '@/domain/workflow'
import { newestEdition } from '@/stored/editions'
import { loadVariantOf } from '@/stored/variants'
import { withdrawnWriters } from '@/stored/withdrawnWriters'
import type { ActionContext } from './action'
import { recordStep } from './recordStep'
import { Refused } from './refused'
import { factsForStep } from './takePartInEdition'

/**
 * What a country has sent or has had approved was compared with the release that is now withdrawn: the review did not
 * show unchanged text. So it is reviewed again, in a new round, and not by the authors of the withdrawn text: they are
 * added to the open edition.
 */
export async function reviewAnew(
  context: ActionContext,
  { toolkit, country, reason }: { toolkit: string; country: string; reason: string },
): Promise<void> {
  const { actor, now, payload, req } = context
  const variant = await loadVariantOf({ req, toolkit, country })
  const edition = variant && (await newestEdition({ req, variant: variant.id }))
  if (!edition || edition.state === 'published') return
  const outcome = transition({ state: edition.state, event: 'withdraw', actor, facts: factsForStep(edition) })
  if (!outcome.ok) throw new Refused(outcome.because)
  const isReviewed = outcome.next === 'submitted'
  await payload.update({
    collection: 'editions',
    id: edition.id,
    data: {
      contributors: [...new Set([...edition.contributors, ...(await withdrawnWriters({ req, toolkit, country }))])],
      // A reviewer decides once in a round.
      ...(isReviewed ? { state: outcome.next, stateSince: now, approvedHash: null, round: edition.round + 1 } : {}),
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  if (isReviewed) await recordStep(context, { edition, event: 'withdraw', to: outcome.next, comment: reason })
}
