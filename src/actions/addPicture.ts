import { z } from 'zod'
import { DRAFTERS, hasRole } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { defineAction } from './action'
import { keepPicture } from './keepPicture'
import { recordAuditEvent } from './recordAuditEvent'
import { storePicture } from './storePicture'

/** Keeps a picture for one country or for the common framework; the same one again is the one that is there. */
export const addPicture = defineAction({
  name: 'add-picture',
  input: z.object({
    country: z.string().min(2).max(10),
    /** What the sender calls it, for messages only. */
    name: z.string().max(300),
    bytes: z.instanceof(Uint8Array),
  }),
  async run(context, { country, name, bytes }) {
    if (!hasRole({ actor: context.actor, roles: DRAFTERS, country })) return refuse('refusal.role-edit')
    const kept = await keepPicture(context.payload, { bytes, country })
    if (!kept.ok)
      return { ok: false, because: kept.because.map((reason) => ({ ...reason, params: { ...reason.params, name } })) }
    const { filename, width, height } = kept.result
    const { id, isNew } = await storePicture(context, { file: kept.result, country })
    if (isNew)
      await recordAuditEvent({ req: context.req, country, action: 'media.create', subject: `media/${id}`, details: {} })
    return { ok: true, result: { id, filename, width, height } }
  },
})
