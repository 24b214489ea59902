import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { DRAFTERS } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { placeAt } from '@/domain/places'
import { refuse } from '@/domain/refusal'
import { isSameField } from '@/domain/richText/sameText'
import { slugOf } from '@/domain/slug'
import { fromLexical } from '@/lexical/fromLexical'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadVariant, type StoredVariantSection } from '@/stored/variants'
import { defineAction } from './action'
import { mayNotWrite, type SectionSaved, writeVariantSection } from './changeVariantSection'
import { id, language, reasons, richText, spot, summary, title } from './input'
import { takePartInEdition } from './takePartInEdition'

const input = z.object({
  variant: id,
  after: spot.after,
  /** If absent, the section stands under the same one as the section that it follows. */
  parent: spot.parent.optional(),
  language,
  title,
  summary: summary.optional(),
  body: richText,
  ...reasons,
  /** Chosen by the screen, once for each section, so that it can be sent again if the answer was lost. */
  newKey: z.uuid().optional(),
  /** The person has read that they added a section with this new key, and adds another one. */
  isAnother: z.boolean().optional(),
})

/**
 * Adds a section that only this country has, at any place of its version. The same words with the same new key return the
 * existing section. Other words are refused once: the person went on with them in another window, or on another device.
 */
export const addSection = defineAction<z.infer<typeof input>, SectionSaved & { slug: string }>({
  name: 'add-section',
  input,
  async run(context, { variant: variantId, parent: under, after, language, newKey, isAnother, ...written }) {
    const variant = await loadVariant({ req: context.req, id: variantId })
    if (!variant) return refuse('refusal.variant-unknown')
    const forbidden = mayNotWrite({ actor: context.actor, roles: DRAFTERS, variant, language })
    if (forbidden) return forbidden
    const { own, sections } = await resolveVariant({ req: context.req, variant })
    const entries = sections.map(({ entry }) => entry)
    const before = entries.find((entry) => entry.key === after)
    if (under === undefined && after !== null && !before) return refuse('refusal.section-unknown')
    const parent = under === undefined ? (before?.parent ?? null) : under
    const there = own.find(({ key }) => key === newKey)
    if (there && isSameAddition({ there, language, written: { ...written, parent, after } }))
      return { ok: true, result: { key: there.key, rev: there.rev, slug: there.slug ?? '' } }
    if (there?.mode === 'local' && !isAnother)
      return refuse('refusal.section-added', { section: there.title[language] ?? written.title })
    const placed = placeAt({ places: entries, spot: { parent, after } })
    if (!placed.ok) return placed
    // Includes unused own sections, which may be used again.
    const slug = slugOf(written.title, new Set([...entries, ...own].flatMap((one) => one.slug ?? [])))
    await takePartInEdition(context, variant)
    // With a key of the common framework it would be a change of that section.
    const isFree = newKey !== undefined && ![...entries, ...own].some(({ key }) => key === newKey)
    const ownKey = isFree ? newKey : randomUUID()
    const rev = await writeVariantSection(context, {
      variant,
      key: ownKey,
      language,
      own: null,
      write: {
        data: {
          ...written,
          mode: 'local',
          slug,
          after,
          ...placed.result,
        },
        audits: ['section.add'],
      },
    })
    return { ok: true, result: { key: ownKey, rev, slug } }
  },
})

function isSameAddition({
  there,
  language,
  written: { parent, after, title, summary, body, reason, explanation, sources },
}: {
  there: StoredVariantSection
  language: Language
  written: Pick<z.infer<typeof input>, 'parent' | 'after' | 'title' | 'summary' | 'body' | keyof typeof reasons>
}): boolean {
  return (
    there.parent === parent &&
    there.after === after &&
    there.title[language] === title &&
    isSameField(there.summary[language], summary) &&
    isSameField(there.body[language], fromLexical(body)) &&
    there.reason === (reason ?? null) &&
    isSameField(there.explanation[language], explanation) &&
    there.sources === (sources ?? '')
  )
}
