import { z } from 'zod'
import { hasRoleEverywhere, KEEPERS } from '@/domain/actor'
import { MOST_PROPOSAL_CHARACTERS } from '@/domain/proposals'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { id, seen, words } from './input'
import { openProposal, settleProposal } from './settleProposal'

/** Declines a proposal, with a reason that the country reads. */
export const declineProposal = defineAction({
  name: 'decline-proposal',
  input: z.object({ proposal: id, seen, answer: words(MOST_PROPOSAL_CHARACTERS) }),
  async run(context, { proposal, seen: rev, answer }) {
    const { actor } = context
    const outcome = await openProposal(context, {
      ...{ proposal, seen: rev },
      forbids: () => (hasRoleEverywhere(actor, KEEPERS) ? null : refuse('refusal.role-keep')),
    })
    if (!outcome.ok) return outcome
    if (answer === '') return { ok: false, because: [{ key: 'refusal.proposal-answer-missing', field: 'answer' }] }
    const settled = { proposal: outcome.result, action: 'proposal.decline', state: 'declined', answer } as const
    return { ok: true, result: await settleProposal(context, settled) }
  },
})
