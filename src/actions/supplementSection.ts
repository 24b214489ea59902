import { z } from 'zod'
import { type AdditionPlace, type PlaceChoice, placeChosen } from '@/domain/additionPlace'
import { type Outcome, refuse } from '@/domain/refusal'
import { type BaseSection, bodyUnderAddition } from '@/domain/resolve'
import { defineAction } from './action'
import { changeVariantSection, type SectionFacts } from './changeVariantSection'
import { type EditorState, placeChoice, reasons, richText, where } from './input'
import { reasonOfMode } from './reasonOfMode'
import { given, type SectionWrite } from './sectionWrite'

/** Keeps the common text and adds the country's own before it, after it, or after one of its blocks. */
export const supplementSection = defineAction({
  name: 'supplement-section',
  input: z.object({ ...where, addition: richText, additionPlace: placeChoice.optional(), ...reasons }),
  run: (context, { variant, key, seen, language, ...written }) =>
    changeVariantSection(context, { variant, key, seen, language }, (facts) => supplement(facts, written)),
})

type Written = { addition?: EditorState | undefined; additionPlace?: PlaceChoice | undefined } & z.infer<
  z.ZodObject<typeof reasons>
>

/**
 * What is stored when a country adds to a section, or why it may not; without an addition or a place the stored one
 * stays. A place is refused if the common text on which the section stands does not have its block.
 */
export function supplement(facts: SectionFacts, { additionPlace: choice, ...written }: Written): Outcome<SectionWrite> {
  const { base, own, language } = facts
  if (!base) return refuse('refusal.own-section-supplement')
  const additionPlace = choice && placeOn(base, choice, facts)
  if (choice && additionPlace === undefined) return refuse('refusal.addition-place-gone')
  const { data, ...others } = reasonOfMode({ own, mode: 'supplement', language })
  const audits = [own?.mode === 'supplement' ? 'section.edit' : 'section.supplement']
  const stored = given({ ...written, additionPlace })
  return { ok: true, result: { ...others, data: { ...data, ...stored, mode: 'supplement' }, audits } }
}

function placeOn(
  base: BaseSection,
  choice: PlaceChoice,
  { own, variant: { languages }, language }: SectionFacts,
): AdditionPlace | null | undefined {
  return placeChosen({ choice, body: bodyUnderAddition({ base, own, languages }), language })
}
