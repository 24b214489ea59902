import { z } from 'zod'
import { aboutNow } from '@/stored/releaseFacts'
import { defineAction } from './action'
import { id, seen } from './input'
import { stepEdition } from './stepEdition'
import { storeBlobs } from './storeBlobs'

/**
 * Sends a national version for review: freezes the text, and what its pages say of the toolkit and of the country, as both are,
 * and pins the review to the hash of the text.
 */
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
          pinnedAbout: await aboutNow({ req: context.req, toolkit: one.toolkit, country: one.country }),
          submittedBy: context.actor.userId,
          round: one.round + 1,
        },
        result: { edition, contentHash: resolved.hash },
      }
    }),
})
