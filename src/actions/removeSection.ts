import { z } from 'zod'
import { omissionLacks } from '@/domain/policy'
import { titleOf } from '@/domain/readiness'
import { type Outcome, refuse } from '@/domain/refusal'
import { inReadingOrder } from '@/domain/release'
import { loadManifests } from '@/stored/manifests'
import { releaseHeads } from '@/stored/releases'
import { resolveVariant } from '@/stored/resolveVariant'
import { loadPlaces } from '@/stored/sectionPlaces'
import type { Variant } from '@/stored/variants'
import { type ActionContext, defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { reasons, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { given, type SectionWrite } from './sectionWrite'

/**
 * Removes a section that only the country has from its version. All its words are kept, and `return-section` brings it
 * back. A reason is required if readers know the section.
 */
export const removeSection = defineAction({
  name: 'remove-section',
  input: z.object({ ...where, ...reasons }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) => removal(context, facts, written)),
})

/** Brings a removed section back, at the place where it stood. */
export const returnSection = defineAction({
  name: 'return-section',
  input: z.object(where),
  run: (context, asked) =>
    changeVariantSection(context, asked, ({ base, own, language }) => {
      if (base || own?.mode !== 'omit') return refuse('refusal.not-removed')
      const { data, ...others } = reasonOfMode({ own, mode: 'local', language })
      return { ok: true, result: { ...others, data: { ...data, mode: 'local' }, audits: ['section.return'] } }
    }),
})

/** What is stored when a country removes a section of its own, or why it may not. */
export async function removal(
  { req }: ActionContext,
  { base, own, variant, language }: SectionFacts,
  written: z.infer<z.ZodObject<typeof reasons>>,
): Promise<Outcome<SectionWrite>> {
  if (base) return refuse('refusal.remove-common')
  if (own?.mode !== 'local') return refuse('refusal.section-removed')
  const places = await loadPlaces({ req, variant })
  if (places.some(({ parent }) => parent === own.key)) {
    const under = await titlesUnder({ req, variant }, own.key)
    return refuse('refusal.remove-has-sections', { count: under.length, sections: under.join(', ') })
  }
  const [field] = omissionLacks(written)
  if (field && (await wasPublished({ req, variant }, own.key)))
    return { ok: false, because: [{ key: 'refusal.remove-reason-missing', field }] }
  const { data, ...others } = reasonOfMode({ own, mode: 'omit', language })
  const stored = { ...data, ...given(written), mode: 'omit' as const }
  return { ok: true, result: { ...others, data: stored, audits: ['section.remove'] } }
}

type Of = Pick<ActionContext, 'req'> & { variant: Variant }

/** Number and title of each section directly under one, in order. */
async function titlesUnder({ req, variant }: Of, key: string): Promise<string[]> {
  const { sections } = await resolveVariant({ req, variant })
  const contents = new Map(sections.map(({ entry, content }) => [entry.key, content]))
  return inReadingOrder(sections.map(({ entry }) => entry))
    .filter(({ entry }) => entry.parent === key)
    .map(({ entry, number }) => {
      const content = contents.get(entry.key)
      return `${number} ${content ? titleOf(content, variant.languages) : entry.slug}`
    })
}

/** Did any release of the version have the section? */
export async function wasPublished({ req, variant: { toolkit, country } }: Of, key: string): Promise<boolean> {
  const heads = await releaseHeads({ req, toolkit, country })
  const manifests = await loadManifests({ req, releases: heads.map(({ id }) => id) })
  return [...manifests.values()].some((manifest) => manifest.some((entry) => entry.key === key))
}
