import { z } from 'zod'
import { aboutWriters } from '@/stored/aboutWriters'
import { aboutNow } from '@/stored/releaseFacts'
import { reviewHash } from '@/stored/reviewHash'
import { withdrawnWriters } from '@/stored/withdrawnWriters'
import { defineAction } from './action'
import { id, seen } from './input'
import { stepEdition } from './stepEdition'
import { storeBlobs } from './storeBlobs'

/**
 * Sends a national version for review: freezes the text, and how its pages describe the toolkit and the country, and
 * pins the review to the hash of both. The authors of changed descriptions and of withdrawn text count as authors of
 * the edition.
 */
export const submitEdition = defineAction({
  name: 'submit-edition',
  input: z.object({ edition: id, seen }),
  run: (context, { edition, seen: rev }) =>
    stepEdition(context, { edition, seen: rev, event: 'submit' }, async ({ edition: one, resolved }) => {
      await storeBlobs(context, [...resolved.sections.map(({ content }) => content), ...resolved.composed])
      const line = { req: context.req, toolkit: one.toolkit, country: one.country }
      const about = await aboutNow(line)
      const writers = [...(await aboutWriters({ ...line, about })), ...(await withdrawnWriters(line))]
      const contentHash = reviewHash({ text: resolved.hash, about })
      return {
        data: {
          pinnedManifest: resolved.sections.map(({ entry }) => entry),
          pinnedHash: contentHash,
          approvedHash: null,
          pinnedAbout: about,
          contributors: [...new Set([...one.contributors, ...writers])],
          submittedBy: context.actor.userId,
          round: one.round + 1,
        },
        result: { edition, contentHash },
        contentHash,
      }
    }),
})
