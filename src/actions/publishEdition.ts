import { z } from 'zod'
import { pinnedAboutOf } from '@/stored/editions'
import { baselineOf } from '@/stored/resolveVariant'
import { defineAction } from './action'
import { id, seen, words } from './input'
import { insertRelease } from './insertRelease'
import { settleWaiting } from './settleUpdates'
import { stepEdition } from './stepEdition'
import { storeBlobs } from './storeBlobs'

/**
 * Publishes an approved edition as the country's next release: what was sent and approved, word for word. What waited for
 * it is settled afterwards: text of the country that is common text since (`settleWaiting`).
 */
export const publishEdition = defineAction({
  name: 'publish-edition',
  input: z.object({
    edition: id,
    seen,
    version: z.string().trim().min(1).max(20),
    notes: words(5000).default(''),
  }),
  async run(context, { edition, seen: rev, version, notes }) {
    let published = { id: '', toolkit: '' }
    const step = { edition, seen: rev, event: 'publish' } as const
    const outcome = await stepEdition(context, step, async ({ edition: one, variant, resolved }) => {
      published = variant
      const contents = resolved.sections.map(({ content }) => content)
      await storeBlobs(context, [...contents, ...resolved.composed])
      const about = pinnedAboutOf(one)
      if (!about) throw new Error(`Edition ${one.id} is approved and does not say what its pages are called`)
      const release = await insertRelease(context, {
        toolkit: variant.toolkit,
        country: variant.country,
        version,
        kind: 'release',
        languages: variant.languages,
        notes,
        manifest: resolved.sections.map(({ entry }) => entry),
        contents,
        about,
        baseline: { ...baselineOf(resolved), saysOrigins: true },
        edition: one.id,
      })
      return { data: {}, result: release }
    })
    if (outcome.ok) await settleWaiting(context, published)
    return outcome
  },
})
