import { z } from 'zod'
import { defineAction } from './action'
import { comment, id, seen } from './input'
import { recordDecision } from './recordDecision'
import { stepEdition } from './stepEdition'

/** Returns what was submitted to the country, with what should change. */
export const askForChanges = defineAction({
  name: 'ask-for-changes',
  input: z.object({ edition: id, seen, comment }),
  run: (context, { edition, seen: rev, comment: message }) =>
    stepEdition(
      context,
      { edition, seen: rev, event: 'ask-for-changes', comment: message },
      async ({ edition: one }) => {
        await recordDecision(context, { edition: one, decision: 'ask-for-changes', comment: message })
        return { data: { approvedHash: null }, result: { edition } }
      },
    ),
})
