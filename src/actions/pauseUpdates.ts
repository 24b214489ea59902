import { z } from 'zod'
import { DRAFTERS, hasRole, KEEPERS } from '@/domain/actor'
import { dayOf } from '@/domain/day'
import { isPaused, type Pause } from '@/domain/pause'
import { type Outcome, refuse } from '@/domain/refusal'
import { MOST_CHARACTERS } from '@/domain/section'
import { loadBaseOf } from '@/stored/commonBase'
import { loadVariant, loadVariantSection, type Variant } from '@/stored/variants'
import { type ActionContext, defineAction } from './action'
import { mayNotWrite, savedRevision, writeVariantSection } from './changeVariantSection'
import { id, key, language, seen, words } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'

/** Why, and the last day (`2026-12-04`; without one, until somebody ends the pause). With `ends` the pause is over. */
const pausing = {
  reason: words(MOST_CHARACTERS.explanation).default(''),
  until: z.iso.date().optional(),
  ends: z.boolean().default(false),
}
type Pausing = z.infer<z.ZodObject<typeof pausing>>

/**
 * Pauses the updates of one section, or ends the pause: until then the country is not asked about it, and its text
 * stays as it is. The text of the section does not change, so what was sent or approved stays so.
 */
export const pauseSection = defineAction({
  name: 'pause-section',
  input: z.object({ variant: id, key, seen, language, ...pausing }),
  async run(context, { variant: of, key, seen, language, ...given }) {
    const { actor, now, req } = context
    const variant = await loadVariant({ req, id: of })
    if (!variant) return refuse('refusal.variant-unknown')
    const forbidden = mayNotWrite({ actor, roles: DRAFTERS, variant, language })
    if (forbidden) return forbidden
    const own = await loadVariantSection({ req, variant: of, key })
    const base = await loadBaseOf({ req, variant, key, own })
    if (!base && !own) return refuse('refusal.section-unknown')
    assertSeen({ seen, saved: savedRevision(own, language) })
    const outcome = pauseAfter({ given, before: own?.paused ?? null, now })
    if (!outcome.ok) return outcome
    const pause = outcome.result
    const data = { mode: own?.mode ?? 'inherit', paused: pause }
    const audits = [pause ? 'section.pause-updates' : 'section.resume-updates']
    const write = { data, audits }
    const rev = await writeVariantSection(context, { variant, key, language, own, write })
    return { ok: true, result: { key, rev } }
  },
})

/** The same for all sections of a national version. */
export const pauseVersion = defineAction({
  name: 'pause-version',
  input: z.object({ variant: id, seen, ...pausing }),
  async run(context, { variant: of, seen, ...given }) {
    const { actor, now, req } = context
    const variant = await loadVariant({ req, id: of })
    if (!variant) return refuse('refusal.variant-unknown')
    if (!hasRole({ actor, roles: [...KEEPERS, 'national-lead'], country: variant.country }))
      return refuse('refusal.role-pause')
    assertSeen({ seen, saved: { rev: variant.rev, updatedAt: '', updatedBy: null, texts: { pause: variant.paused } } })
    const outcome = pauseAfter({ given, before: variant.paused, now })
    if (!outcome.ok) return outcome
    return { ok: true, result: { rev: await storePause(context, { variant, pause: outcome.result }) } }
  },
})

/** The pause that is stored, null if it ends. */
function pauseAfter({
  given: { ends, reason, until },
  before,
  now,
}: {
  given: Pausing
  before: Pause | null
  now: string
}): Outcome<Pause | null> {
  if (ends) return before === null ? refuse('refusal.pause-none') : { ok: true, result: null }
  if (reason === '') return refuse('refusal.pause-reason-missing')
  const pause = { reason, until: until ?? null }
  return isPaused(pause, dayOf(now)) ? { ok: true, result: pause } : refuse('refusal.pause-past')
}

async function storePause(
  { payload, req }: ActionContext,
  { variant, pause }: { variant: Variant; pause: Pause | null },
): Promise<number> {
  const stored = await payload.update({
    collection: 'variants',
    id: variant.id,
    data: { paused: pause },
    depth: 0,
    overrideAccess: false,
    req,
  })
  await recordAuditEvent({
    req,
    country: variant.country,
    action: pause ? 'variant.pause-updates' : 'variant.resume-updates',
    subject: `variants/${variant.id}`,
    details: { until: pause?.until ?? null },
  })
  return Number(stored.rev)
}
