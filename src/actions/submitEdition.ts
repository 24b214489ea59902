import { z } from 'zod'
import { defineAction } from './action'
import { id, seen } from './input'
import { stepEdition } from './stepEdition'
import { storeBlobs } from './storeBlobs'

/** Sends a national version for review: freezes the text as it is and pins the review to its hash. */
export const submitEdition = defineAction({
  name: 'submit-edition',
  input: z.object({ edition: id, seen }),
  run: (context, { edition, seen: rev }) =>
    stepEdition(context, { edition, seen: rev, event: 'submit' }, async ({ edition: one, resolved }) => {
      await storeBlobs(
        context,
        resolved.sections.map(({ content }) => content),
      )
      return {
        data: {
          pinnedManifest: resolved.sections.map(({ entry }) => entry),
          pinnedHash: resolved.hash,
          approvedHash: null,
          submittedBy: context.actor.userId,
          round: one.round + 1,
        },
        result: { edition, contentHash: resolved.hash },
      }
    }),
})
