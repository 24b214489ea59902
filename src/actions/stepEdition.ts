import { type Outcome, refuse } from '@/domain/refusal'
import { standingOf } from '@/domain/standing'
import { mayNotStep, transition, type WorkflowEvent } from '@/domain/workflow'
import { type EditionFacts, factsOf } from '@/stored/editionFacts'
import { loadEdition } from '@/stored/editions'
import { newestRelease } from '@/stored/releases'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadSourceLanguage } from '@/stored/toolkits'
import { unchangedSince } from '@/stored/unchangedSince'
import { loadVariant } from '@/stored/variants'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'
import { recordStep } from './recordStep'
import { assertSeen } from './refused'

type Step = { edition: string; seen: number; event: WorkflowEvent; comment?: string }

/**
 * Takes an edition one step further: checks the role, then the revision (a stale one is answered with what is stored),
 * then the rules, and stores the new state with the additions of `change`. The step and its audit event are stored in
 * the same transaction.
 */
export async function stepEdition<Result>(
  context: ActionContext,
  { edition: id, seen, event, comment = '' }: Step,
  change: (facts: EditionFacts) => Promise<{
    data: Record<string, unknown>
    result: Result
    /** What the step is about, if that is not what was sent before. */
    contentHash?: string
  }>,
): Promise<Outcome<Result>> {
  const { actor, now, payload, req } = context
  const edition = await loadEdition({ req, id })
  const variant = edition && (await loadVariant({ req, id: edition.variant }))
  if (!edition || !variant) return refuse('refusal.edition-unknown')
  const forbidden = mayNotStep({ event, actor, country: edition.country })
  if (forbidden) return { ok: false, because: [forbidden] }
  assertSeen({
    seen,
    saved: { rev: edition.rev, updatedAt: edition.stateSince, updatedBy: null, texts: { state: edition.state } },
  })
  const resolved = await resolveVariant({ req, variant })
  const { toolkit, country } = variant
  const newest = event === 'submit' ? await newestRelease({ req, toolkit, country }) : null
  const { inUse } = standingOf(newest ? [newest] : [])
  const sameAs = await unchangedSince({ req, edition, variant, resolved, inUse })
  const source = await loadSourceLanguage({ req, variant })
  const facts = factsOf({ edition, variant, resolved, comment, sameAs, source })
  const outcome = transition({ state: edition.state, event, actor, facts })
  if (!outcome.ok) return outcome
  const { data, result, contentHash = facts.hashNow() } = await change({ edition, variant, resolved })
  await payload.update({
    collection: 'editions',
    id: edition.id,
    data: { ...data, state: outcome.next, stateSince: now },
    depth: 0,
    overrideAccess: false,
    req,
  })
  await recordStep(context, { edition, event, to: outcome.next, comment, contentHash })
  await recordAuditEvent({
    req,
    country: edition.country,
    action: `edition.${event}`,
    subject: `editions/${edition.id}`,
    details: { from: edition.state, to: outcome.next, contentHash, at: now, number: edition.number },
  })
  return { ok: true, result }
}
