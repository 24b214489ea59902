import { z } from 'zod'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { id, seen } from './input'
import { openProposal, settleProposal } from './settleProposal'

/** Withdraws a proposal of the country while nobody has answered it. */
export const withdrawProposal = defineAction({
  name: 'withdraw-proposal',
  input: z.object({ proposal: id, seen }),
  async run(context, given) {
    const { actor } = context
    const outcome = await openProposal(context, {
      ...given,
      forbids: ({ country }) => (hasRole({ actor, roles: DRAFTERS, country }) ? null : refuse('refusal.role-edit')),
    })
    if (!outcome.ok) return outcome
    const settled = { proposal: outcome.result, action: 'proposal.withdraw', state: 'withdrawn' } as const
    return { ok: true, result: await settleProposal(context, settled) }
  },
})
