import { transition } from '@/domain/workflow'
import { newestEdition } from '@/stored/editions'
import { loadVariantOf } from '@/stored/variants'
import { withdrawnWriters } from '@/stored/withdrawnWriters'
import type { ActionContext } from './action'
import { recordStep } from './recordStep'
import { Refused } from './refused'
import { factsForEditing } from './takePartInEdition'

/**
 * What a country has sent for review was held against the release that is withdrawn now, and did not show what stays of it: what was
 * approved has to be approved again, and not by those who wrote what was withdrawn. What is sent later asks for them itself.
 */
export async function reviewAnew(
  context: ActionContext,
  { toolkit, country }: { toolkit: string; country: string },
): Promise<void> {
  const { actor, now, payload, req } = context
  const variant = await loadVariantOf({ req, toolkit, country })
  const edition = variant && (await newestEdition({ req, variant: variant.id }))
  if (!edition) return
  const outcome = transition({ state: edition.state, event: 'withdraw', actor, facts: factsForEditing(edition) })
  if (!outcome.ok) throw new Refused(outcome.because)
  if (outcome.next !== 'submitted') return
  const isNews = outcome.next !== edition.state
  await payload.update({
    collection: 'editions',
    id: edition.id,
    data: {
      contributors: [...new Set([...edition.contributors, ...(await withdrawnWriters({ req, toolkit, country }))])],
      // A reviewer decides once in a round.
      ...(isNews ? { state: outcome.next, stateSince: now, approvedHash: null, round: edition.round + 1 } : {}),
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  if (isNews) await recordStep(context, { edition, event: 'withdraw', to: outcome.next })
}
