import { z } from 'zod'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { loadCountry } from '@/stored/countries'
import { definePreparedAction } from './action'
import { isCrowded } from './drawingTurns'
import { countryOrMaster } from './input'
import { keepNamedPicture } from './keepPicture'
import { recordAuditEvent } from './recordAuditEvent'
import { storePicture } from './storePicture'

/** Stores a picture for one country or for the common framework; the same picture again returns the existing one. */
export const addPicture = definePreparedAction({
  name: 'add-picture',
  input: z.object({
    country: countryOrMaster,
    /** The sender's name for it, only for messages. */
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array),
  }),
  async prepare({ payload, req, actor }, { country, ...picture }) {
    if (!hasRole({ actor, roles: DRAFTERS, country })) return refuse('refusal.role-edit')
    if (country !== MASTER && !(await loadCountry({ req, country })))
      return refuse('refusal.country-unknown', { country })
    // There must be no `await` between this check and the drawing, which takes the place.
    if (isCrowded()) return refuse('refusal.pictures-busy', { name: picture.name })
    return keepNamedPicture(payload, { ...picture, country })
  },
  async run(context, { country }, file) {
    if (!hasRole({ actor: context.actor, roles: DRAFTERS, country })) return refuse('refusal.role-edit')
    const { filename, width, height } = file
    const { id, isNew } = await storePicture(context, { file, country })
    if (isNew)
      await recordAuditEvent({ req: context.req, country, action: 'media.create', subject: `media/${id}`, details: {} })
    return { ok: true, result: { id, filename, width, height } }
  },
})
