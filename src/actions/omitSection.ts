import { z } from 'zod'
import { omissionForbids, policyForbids } from '@/domain/policy'
import type { Outcome } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { reasons, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { removal } from './removeSection'
import { given, type SectionWrite } from './sectionWrite'

/**
 * Leaves a section out of the national version. Readers see the reason, so it is required. A section that only the
 * country has is removed.
 */
export const omitSection = defineAction({
  name: 'omit-section',
  input: z.object({ ...where, ...reasons }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) =>
      facts.base ? omission(facts, written) : removal(context, facts, written),
    ),
})

/** What is stored when a country leaves a section out, or why it may not. */
export function omission(
  { base, own, language }: SectionFacts,
  written: z.infer<z.ZodObject<typeof reasons>>,
): Outcome<SectionWrite> {
  const missing = omissionForbids(written)
  if (missing.length > 0) return { ok: false, because: missing }
  const no = base && policyForbids({ policy: base.content.policy, mode: 'omit' })
  if (no) return { ok: false, because: [no] }
  const { data, ...others } = reasonOfMode({ own, mode: 'omit', language })
  return {
    ok: true,
    result: { ...others, data: { ...data, ...given(written), mode: 'omit' }, audits: ['section.omit'] },
  }
}
