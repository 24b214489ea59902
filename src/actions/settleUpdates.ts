import type { Language } from '@/domain/language'
import type { Proposal } from '@/stored/proposals'
import { commonStanding } from '@/stored/releases'
import { loadSettledUpdates } from '@/stored/settledUpdates'
import { loadToolkitById } from '@/stored/toolkits'
import { loadUpdateDecisions } from '@/stored/updateDecisions'
import type { Newest } from '@/stored/updates'
import { loadVariant } from '@/stored/variants'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'
import { storeUnasked, type Unasked } from './storeUnasked'

type Given = { newest: Newest; sourceLanguage: Language }

/**
 * Says of the proposals that were taken over since the last release that they are in the new one, or that they were taken
 * out again before it; their countries can then propose the text again. Settles the updates of countries that ask nothing
 * new (`loadSettledUpdates`).
 */
export async function markReleasedProposals(
  context: ActionContext,
  {
    proposals: { inText, takenOut },
    ...given
  }: Given & { proposals: Record<'inText' | 'takenOut', readonly Proposal[]> },
): Promise<void> {
  const { actor, now, payload, req } = context
  const { id: release } = given.newest
  const out = { state: 'taken-out' as const, outOfRelease: release, settledBy: actor.userId, settledAt: now }
  const marks = [
    ...inText.map(({ id }) => ({ id, data: { inRelease: release } })),
    ...takenOut.map(({ id }) => ({ id, data: out })),
  ]
  for (const { id, data } of marks)
    await payload.update({ collection: 'proposals', id, data, depth: 0, overrideAccess: false, req })
  for (const { country, id, key } of takenOut) {
    const subject = `proposals/${id}`
    const details = { key, state: out.state, release }
    await recordAuditEvent({ req, country, action: 'proposal.take-out', subject, details })
  }
  for (const variant of new Set(inText.map((one) => one.variant))) await settleUpdates(context, { variant, ...given })
}

/** Settles what waited in a country until its edition was published. */
export async function settleWaiting(context: ActionContext, variant: { id: string; toolkit: string }): Promise<void> {
  const { req } = context
  const toolkit = await loadToolkitById({ req, id: variant.toolkit })
  const { inUse } = await commonStanding({ req, toolkit: variant.toolkit })
  if (!toolkit || !inUse) return
  await settleUpdates(context, { variant: variant.id, newest: inUse, sourceLanguage: toolkit.sourceLanguage })
}

/**
 * Settles what the country's own proposals ask of it: where the newest common text says no more than the country did, that
 * is recorded as a decision made by the proposal.
 */
async function settleUpdates(
  context: ActionContext,
  { variant: id, newest, sourceLanguage }: Given & { variant: string },
): Promise<void> {
  const { req } = context
  const variant = await loadVariant({ req, id })
  if (!variant) return
  const decisions = await loadUpdateDecisions({ req, variants: [id] })
  const { settled } = await loadSettledUpdates({ req, variant, newest, sourceLanguage, decisions })
  const unasked = settled.map(({ next, ...one }): Unasked => {
    return { ...one, decided: [{ sides: one.waiting.sides, next }] }
  })
  await storeUnasked(context, { variant, release: newest.id, sourceLanguage, unasked })
}
