import { z } from 'zod'
import { hasRole, hasRoleEverywhere, KEEPERS, TRANSLATORS } from '@/domain/actor'
import { type Outcome, type Refusal, refuse } from '@/domain/refusal'
import { NEW_SECTION } from '@/domain/section'
import { loadBaseOf } from '@/stored/commonBase'
import { loadSection } from '@/stored/sections'
import { loadVariant, loadVariantSection } from '@/stored/variants'
import { listWorkingCopies } from '@/stored/workingCopies'
import { type ActionContext, defineAction } from './action'
import { id, key, language } from './input'

/** A person has at most so many; the oldest one goes for a new one. */
export const MOST_WORKING_COPIES = 50

/** The name that a window has given itself. */
const window = z.string().regex(/^[\w-]{8,64}$/)

/**
 * Keeps what a person typed in one window and has not saved, in place of what was kept of that window before; null if
 * nothing is unsaved there. `turn` grows with each copy of a window: an earlier one that arrives later changes nothing. `ended`
 * names the copies of other windows whose words this one went on with: those that were written to since are kept.
 */
export const keepWorkingCopy = defineAction({
  name: 'keep-working-copy',
  input: z
    .object({
      variant: id.optional(),
      toolkit: id.optional(),
      key,
      language,
      window,
      turn: z.number().int().min(0),
      copy: z.string().max(2_000_000).nullable(),
      ended: z
        .array(z.object({ window, at: z.iso.datetime() }))
        .max(MOST_WORKING_COPIES)
        .default([]),
    })
    .refine(({ variant, toolkit }) => (variant === undefined) !== (toolkit === undefined)),
  async run(
    context,
    { variant, toolkit, key, language, window, turn, copy, ended },
  ): Promise<Outcome<{ at: string | null }>> {
    // Whoever may no longer write here can still discard what they typed.
    const forbidden = copy === null ? null : await mayNotWrite({ ...context, variant, toolkit, key })
    if (forbidden) return { ok: false, because: [forbidden] }
    if (copy !== null && !isJsonObject(copy)) return refuse('refusal.working-copy-unreadable')
    const place = { owner: variant ?? toolkit ?? '', key, language }
    const known = await listWorkingCopies({ req: context.req, place })
    const mine = known.find((one) => one.window === window)
    if (mine && mine.turn > turn) return { ok: true, result: { at: mine.at } }
    const over = known.filter((one) => ended.some((old) => old.window === one.window && old.at === one.at))
    await remove(context, [...over, ...(mine && copy === null ? [mine] : [])])
    if (copy === null) return { ok: true, result: { at: null } }
    const data = { ...place, user: context.actor.userId, window, turn, copy, at: context.now }
    const asked = { collection: 'working-copies', depth: 0, overrideAccess: false, req: context.req } as const
    if (mine) await context.payload.update({ ...asked, id: mine.id, data })
    else {
      await context.payload.create({ ...asked, data })
      const all = await listWorkingCopies({ req: context.req })
      await remove(context, all.slice(MOST_WORKING_COPIES))
    }
    return { ok: true, result: { at: context.now } }
  },
})

async function mayNotWrite({
  actor,
  req,
  variant,
  toolkit,
  key,
}: Pick<ActionContext, 'actor' | 'req'> & {
  variant: string | undefined
  toolkit: string | undefined
  key: string
}): Promise<Refusal | null> {
  if (toolkit !== undefined) {
    if (!hasRoleEverywhere(actor, KEEPERS)) return { key: 'refusal.role-keep' }
    return (await loadSection({ req, toolkit, key })) ? null : { key: 'refusal.common-section-unknown' }
  }
  const version = await loadVariant({ req, id: variant ?? '' })
  if (!version) return { key: 'refusal.variant-unknown' }
  if (!hasRole({ actor, roles: TRANSLATORS, country: version.country })) return { key: 'refusal.role-edit' }
  if (key === NEW_SECTION) return null
  const own = await loadVariantSection({ req, variant: version.id, key })
  const isThere = own ?? (await loadBaseOf({ req, variant: version, key, own }))
  return isThere ? null : { key: 'refusal.section-unknown' }
}

async function remove({ payload, req }: ActionContext, copies: readonly { id: string }[]): Promise<void> {
  for (const { id } of copies)
    await payload.delete({ collection: 'working-copies', depth: 0, overrideAccess: false, req, id })
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
