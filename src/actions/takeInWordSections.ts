import { z } from 'zod'
import { TRANSLATORS } from '@/domain/actor'
import { MOST_SECTIONS } from '@/domain/importPlan/mostSections'
import { defineAction } from './action'
import { changeVariantSection, type SectionSaved } from './changeVariantSection'
import { id, isEachOnce, key, language, seen } from './input'
import { nationalInput, nationalWrite } from './saveNationalSection'

/**
 * Saves what a person changed in a Word file of a national version, in the sections that they chose: each as
 * `save-national-section` does, and all of them or none. A section that is not as the person saw it, or that may not be saved,
 * refuses them all; `called` is what the refusal names it. The record says that the words come from a Word file.
 */
export const takeInWordSections = defineAction({
  name: 'take-in-word-sections',
  input: z.object({
    variant: id,
    language,
    sections: z
      .array(z.object({ key, seen, called: z.string().max(500).default(''), ...nationalInput }))
      .min(1)
      .max(MOST_SECTIONS)
      .refine((given) => isEachOnce(given.map((one) => one.key))),
  }),
  async run(context, { variant, language, sections }) {
    const saved: SectionSaved[] = []
    for (const { called, key, seen, ...given } of sections) {
      const outcome = await changeVariantSection(
        context,
        { variant, key, seen, language },
        (facts) => {
          const write = nationalWrite(facts, given)
          return write.ok ? { ok: true, result: { ...write.result, details: { from: 'word' } } } : write
        },
        TRANSLATORS,
      )
      if (!outcome.ok) {
        const named = { key: 'refusal.word-none-stored' as const, params: { section: called } }
        return called === '' ? outcome : { ok: false, because: [...outcome.because, named] }
      }
      saved.push(outcome.result)
    }
    return { ok: true, result: { saved, takenBack: saved.some(({ takenBack }) => takenBack === true) } }
  },
})
