import { z } from 'zod'
import { hasRole, KEEPERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { loadVariant } from '@/stored/variants'
import { defineAction } from './action'
import { id, seen } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'

/** Says whether editorial changes of sections that the country never touched come in by themselves (`acceptEditorial`). */
export const setEditorialUpdates = defineAction({
  name: 'set-editorial-updates',
  input: z.object({ variant: id, seen, accepts: z.boolean() }),
  async run({ actor, payload, req }, { variant: of, seen, accepts }) {
    const variant = await loadVariant({ req, id: of })
    if (!variant) return refuse('refusal.variant-unknown')
    const { acceptsEditorial, country, rev } = variant
    if (!hasRole({ actor, roles: [...KEEPERS, 'national-lead'], country })) return refuse('refusal.role-pause')
    assertSeen({ seen, saved: { rev, updatedAt: '', updatedBy: null, texts: { acceptsEditorial } } })
    const stored = await payload.update({
      collection: 'variants',
      id: variant.id,
      data: { acceptsEditorial: accepts },
      depth: 0,
      overrideAccess: false,
      req,
    })
    await recordAuditEvent({
      req,
      country,
      action: 'variant.set-editorial-updates',
      subject: `variants/${variant.id}`,
      details: { accepts },
    })
    return { ok: true, result: { rev: Number(stored.rev) } }
  },
})
