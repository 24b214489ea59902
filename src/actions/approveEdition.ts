import { z } from 'zod'
import { defineAction } from './action'
import { comment, id, seen } from './input'
import { recordDecision } from './recordDecision'
import { stepEdition } from './stepEdition'

/** Approves exactly what was submitted. Never by somebody who wrote in it or sent it. */
export const approveEdition = defineAction({
  name: 'approve-edition',
  input: z.object({ edition: id, seen, comment: comment.default('') }),
  run: (context, { edition, seen: rev, comment: message }) =>
    stepEdition(context, { edition, seen: rev, event: 'approve', comment: message }, async ({ edition: one }) => {
      await recordDecision(context, { edition: one, decision: 'approve', comment: message })
      return { data: { approvedHash: one.pinnedHash }, result: { edition } }
    }),
})
