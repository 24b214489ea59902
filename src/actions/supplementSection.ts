import { z } from 'zod'
import { type Outcome, refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { type EditorState, reasons, richText, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { given, type SectionWrite } from './sectionWrite'

/** Keeps the common text and adds the country's own below it. */
export const supplementSection = defineAction({
  name: 'supplement-section',
  input: z.object({ ...where, addition: richText, ...reasons }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) => supplement(facts, written)),
})

/** What is stored when a country adds to a section, or why it may not; without an addition the stored one stays. */
export function supplement(
  { base, own, language }: SectionFacts,
  written: { addition?: EditorState | undefined } & z.infer<z.ZodObject<typeof reasons>>,
): Outcome<SectionWrite> {
  if (!base) return refuse('refusal.own-section-supplement')
  const { data, ...others } = reasonOfMode({ own, mode: 'supplement', language })
  const audits = [own?.mode === 'supplement' ? 'section.edit' : 'section.supplement']
  return { ok: true, result: { ...others, data: { ...data, ...given(written), mode: 'supplement' }, audits } }
}
