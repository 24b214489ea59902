import { type Outcome, refuse } from '@/domain/refusal'
import { loadProposal, type Proposal } from '@/stored/proposals'
import type { ActionContext } from './action'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'

/** The proposal that somebody wants to answer or withdraw, or why they cannot: it is answered once. */
export async function openProposal(
  { req }: ActionContext,
  {
    proposal: id,
    seen,
    forbids,
  }: { proposal: string; seen: number; forbids: (proposal: Proposal) => Outcome<never> | null },
): Promise<Outcome<Proposal>> {
  const proposal = await loadProposal({ req, id })
  if (!proposal) return refuse('refusal.proposal-unknown')
  const forbidden = forbids(proposal)
  if (forbidden) return forbidden
  if (proposal.state !== 'open') return refuse('refusal.proposal-settled')
  const { at, by, message, rev, state } = proposal
  assertSeen({ seen, saved: { rev, updatedAt: at, updatedBy: by, texts: { state, message } } })
  return { ok: true, result: proposal }
}

/** Stores what became of a proposal, and records it in the country. */
export async function settleProposal(
  { actor, now, payload, req }: ActionContext,
  {
    proposal: { country, id, key },
    action,
    ...answer
  }: { proposal: Proposal; action: string } & (
    | { state: 'withdrawn' }
    | { state: 'declined'; answer: string }
    | { state: 'taken-over'; takenRevision: number; textBefore: string | null; takenText: string | null }
  ),
): Promise<{ proposal: string; rev: number }> {
  const stored = await payload.update({
    collection: 'proposals',
    id,
    data: { ...answer, settledBy: actor.userId, settledAt: now },
    depth: 0,
    overrideAccess: false,
    req,
  })
  const subject = `proposals/${id}`
  await recordAuditEvent({ req, country, action, subject, details: { key, state: answer.state } })
  return { proposal: id, rev: Number(stored.rev) }
}
