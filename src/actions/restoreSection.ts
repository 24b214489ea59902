import { z } from 'zod'
import { isSameAlready, restore } from '@/domain/bringBack'
import { LANGUAGES } from '@/domain/language'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { LANGUAGES_MISSING, languages, namesLanguages, part, where } from './input'
import { stateWrite } from './stateWrite'

/**
 * Removes what the country wrote and uses the common text again: all of it, some fields or some paragraphs, in these
 * languages or in all. What is removed stays in the history, from which `bring-back-section` restores it.
 */
export const restoreSection = defineAction({
  name: 'restore-section',
  input: z
    .object({ ...where, part: part.default({ kind: 'whole' }), languages })
    .refine(namesLanguages, LANGUAGES_MISSING),
  run: (context, { variant: id, key, seen, language, part, languages = [...LANGUAGES] }) =>
    changeVariantSection(context, { variant: id, key, seen, language }, ({ base, own }) => {
      if (!base) return refuse('refusal.own-section-restore')
      if (!own) return refuse('refusal.nothing-to-restore')
      const next = restore({ common: base.content, own, part, languages })
      if (!next.ok) return isSameAlready(next) ? refuse('refusal.nothing-to-restore') : next
      const write = { own, next: next.result, language, audit: 'section.restore' }
      return { ok: true, result: stateWrite({ ...write, details: { part: part.kind, languages } }) }
    }),
})
