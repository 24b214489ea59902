import { z } from 'zod'
import { policyForbids } from '@/domain/policy'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { reasons, where } from './input'
import { reasonOfMode } from './reasonOfMode'

/** Leaves a section out of the national version. Readers see the reason, so it must be given. */
export const omitSection = defineAction({
  name: 'omit-section',
  input: z.object({
    ...where,
    ...reasons,
  }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, ({ base, own }) => {
      if (!written.reason || !written.explanation) return refuse('refusal.omit-reason-missing')
      const no = base && policyForbids({ policy: base.content.policy, mode: 'omit' })
      if (no) return { ok: false, because: [no] }
      const { data, ...others } = reasonOfMode({ own, mode: 'omit', language })
      return { ok: true, result: { ...others, data: { ...data, ...written, mode: 'omit' }, audit: 'section.omit' } }
    }),
})
