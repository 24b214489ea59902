import { z } from 'zod'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { reasons, richText, where } from './input'
import { reasonOfMode } from './reasonOfMode'

/** Keeps the common text and adds the country's own below it. */
export const supplementSection = defineAction({
  name: 'supplement-section',
  input: z.object({ ...where, addition: richText, ...reasons }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, ({ base, own }) => {
      if (!base) return refuse('refusal.own-section-supplement')
      const { data, ...others } = reasonOfMode({ own, mode: 'supplement', language })
      return {
        ok: true,
        result: {
          ...others,
          data: { ...data, ...written, mode: 'supplement' },
          audit: own?.mode === 'supplement' ? 'section.edit' : 'section.supplement',
        },
      }
    }),
})
