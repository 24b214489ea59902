import { z } from 'zod'
import { TRANSLATORS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { originOfTranslation } from '@/domain/translatedFrom'
import { translationForbids } from '@/domain/translating'
import { LINE_FIELDS, settleTranslation as settled, translationLag } from '@/domain/translationLag'
import { loadBaseOf } from '@/stored/commonBase'
import { loadToolkitById } from '@/stored/toolkits'
import { loadComparedTranslations } from '@/stored/translationLags'
import { loadVariant, loadVariantSection } from '@/stored/variants'
import { defineAction } from './action'
import { mayNotWrite, savedRevision, writeVariantSection } from './changeVariantSection'
import { blockIds, where } from './input'
import { assertSeen } from './refused'

/**
 * Says of places where a translation lags behind its source that their translation is still right: the title, the
 * summary, and paragraphs of the body, named by the ids of their source. No words change, so what was sent or approved
 * stays so, and the person does not take part in the edition.
 */
export const settleTranslation = defineAction({
  name: 'settle-translation',
  input: z
    .object({ ...where, fields: z.array(z.enum(LINE_FIELDS)).default([]), blocks: blockIds.default([]) })
    .refine(({ fields, blocks }) => fields.length + blocks.length > 0, { path: ['blocks'] }),
  async run(context, { variant: id, key, seen, language, fields, blocks }) {
    const { actor, req } = context
    const variant = await loadVariant({ req, id })
    const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
    if (!variant || !toolkit) return refuse('refusal.variant-unknown')
    const forbidden = mayNotWrite({ actor, roles: TRANSLATORS, variant, language })
    if (forbidden) return forbidden
    const own = await loadVariantSection({ req, variant: id, key })
    const base = await loadBaseOf({ req, variant, key, own })
    if (!base && !own) return refuse('refusal.section-unknown')
    assertSeen({ seen, saved: savedRevision(own, language) })
    const no = translationForbids({ actor, country: variant.country, own, language })
    if (no) return { ok: false, because: [no] }
    const { sourceLanguage } = toolkit
    const asked = { req, variant, sourceLanguage, base: base ? [base] : [], own: own ? [own] : [] }
    const found = (await loadComparedTranslations(asked)).find((one) => one.language === language)
    const lag = found ? translationLag(found.compared) : { fields: [], blocks: [] }
    const isOpen =
      fields.every((field) => lag.fields.includes(field)) &&
      blocks.every((block) => lag.blocks.some(({ source }) => source === block))
    if (!own || !isOpen) return refuse('refusal.translation-not-behind')
    const start = variant.baseline
    const origin = originOfTranslation({ own, language, start })
    const made = settled({ origin, lag, fields, blocks, baseline: own.baseline, start })
    const data = { mode: own.mode, translatedFrom: { ...own.translatedFrom, [language]: made } }
    const write = { data, audits: ['section.settle-translation'], details: { fields, blocks } }
    const rev = await writeVariantSection(context, { variant, key, language, own, write })
    return { ok: true, result: { key, rev } }
  },
})
