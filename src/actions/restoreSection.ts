import { z } from 'zod'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { where } from './input'

const NOTHING = { title: null, summary: null, body: null, addition: null, explanation: null }

/** Drops what the country wrote and takes the common text again; the dropped text stays in the history. */
export const restoreSection = defineAction({
  name: 'restore-section',
  input: z.object(where),
  run: (context, { variant: id, key, seen, language }) =>
    changeVariantSection(context, { variant: id, key, seen, language }, ({ base, own, variant }) => {
      if (!base) return refuse('refusal.own-section-restore')
      if (!own) return refuse('refusal.nothing-to-restore')
      const others = variant.languages.filter((one) => one !== language)
      return {
        ok: true,
        result: {
          data: { ...NOTHING, mode: 'inherit', reason: null, sources: null },
          alsoIn: others.map((one) => ({ language: one, data: NOTHING })),
          audit: 'section.restore',
        },
      }
    }),
})
