import { randomUUID } from 'node:crypto'
import { generateKeyBetween } from 'fractional-indexing'
import { z } from 'zod'
import { DRAFTERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { slugOf } from '@/domain/slug'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadVariant } from '@/stored/variants'
import { defineAction } from './action'
import { mayNotWrite, type SectionSaved, writeVariantSection } from './changeVariantSection'
import { id, key, language, reasons, richText, summary, title } from './input'
import { takePartInEdition } from './takePartInEdition'

const input = z.object({
  variant: id,
  after: key,
  language,
  title,
  summary: summary.optional(),
  body: richText,
  ...reasons,
})

/** Adds a section that only this country has, after one that is there. */
export const addSection = defineAction<z.infer<typeof input>, SectionSaved & { slug: string }>({
  name: 'add-section',
  input,
  async run(context, { variant: variantId, after, language, ...written }) {
    const variant = await loadVariant({ req: context.req, id: variantId })
    if (!variant) return refuse('refusal.variant-unknown')
    const forbidden = mayNotWrite({ actor: context.actor, roles: DRAFTERS, variant, language })
    if (forbidden) return forbidden
    const { own, sections } = await resolveVariant({ req: context.req, variant })
    const entries = sections.map(({ entry }) => entry)
    const before = entries.find((entry) => entry.key === after)
    if (!before) return refuse('refusal.section-unknown')
    const next = entries
      .filter((entry) => entry.parent === before.parent && entry.rank > before.rank)
      .map(({ rank }) => rank)
      .sort()[0]
    // Those of own sections that are left out too: they may come back.
    const slug = slugOf(written.title, new Set([...entries, ...own].flatMap((one) => one.slug ?? [])))
    await takePartInEdition(context, variant)
    const newKey = randomUUID()
    const rev = await writeVariantSection(context, {
      variant,
      key: newKey,
      language,
      own: null,
      base: null,
      write: {
        data: {
          ...written,
          mode: 'local',
          slug,
          after,
          parent: before.parent,
          rank: generateKeyBetween(before.rank, next ?? null),
        },
        audit: 'section.add',
      },
    })
    return { ok: true, result: { key: newKey, rev, slug } }
  },
})
