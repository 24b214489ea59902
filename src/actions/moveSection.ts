import { z } from 'zod'
import { isSameJson } from '@/domain/canonicalJson'
import { placeAt, spotOf } from '@/domain/places'
import { refuse } from '@/domain/refusal'
import { loadPlaces } from '@/stored/sectionPlaces'
import { defineAction } from './action'
import { changeVariantSection } from './changeVariantSection'
import { spot, where } from './input'

/**
 * Moves a section that only the country has to another place of its version, with all sections under it. The common
 * framework decides where its own sections stand.
 */
export const moveSection = defineAction({
  name: 'move-section',
  input: z.object({ ...where, ...spot }),
  run: (context, { variant: id, key, seen, language, parent, after }) =>
    changeVariantSection(context, { variant: id, key, seen, language }, async ({ base, own, variant }) => {
      if (base) return refuse('refusal.move-common')
      if (own?.mode !== 'local') return refuse('refusal.section-removed')
      const places = await loadPlaces({ req: context.req, variant })
      const placed = placeAt({ places, spot: { parent, after }, moving: key })
      if (!placed.ok) return placed
      if (isSameJson(spotOf(places, key), { parent, after })) return refuse('refusal.place-same')
      const { rank } = placed.result
      return { ok: true, result: { data: { parent, rank, after }, audits: ['section.move'] } }
    }),
})
