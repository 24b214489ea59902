import { z } from 'zod'
import { DRAFTERS, hasRole, hasRoleEverywhere, KEEPERS, TRANSLATORS } from '@/domain/actor'
import { grouped } from '@/domain/grouped'
import type { Language } from '@/domain/language'
import { type Outcome, refuse } from '@/domain/refusal'
import { NEW_SECTION } from '@/domain/section'
import { languageOfWork, sectionOfDecision } from '@/domain/workingCopyOf'
import { loadSection } from '@/stored/sections'
import { loadSectionWorkedOn } from '@/stored/sectionWorkedOn'
import { loadVariant } from '@/stored/variants'
import { type KeptWork, listAllWorkingCopies } from '@/stored/workingCopies'
import { type ActionContext, defineAction } from './action'
import { mayNotWrite } from './changeVariantSection'
import { id, key, language } from './input'

/** A person has at most so many texts, decisions, and copies that have ended; the oldest of them goes for a new one. */
export const MOST_WORKING_COPIES = 50

/** The name that a window has given itself. */
const window = z.string().regex(/^[\w-]{8,64}$/)

const input = z
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
  .refine(({ variant, toolkit }) => (variant === undefined) !== (toolkit === undefined))

/** When the words of this window were kept, and the turn that is stored: a greater one than was sent if nothing was kept. */
type Kept = { at: string | null; turn: number }

/**
 * Keeps what a person typed or decided in one window and has not saved, in place of what was kept of that window before; null if
 * nothing is unsaved there. `turn` grows with each copy of a window: an earlier one that arrives later changes nothing, also
 * after the end. `ended` names the copies of other windows whose words this one went on with: those that were written to
 * since are kept.
 */
export const keepWorkingCopy = defineAction<z.infer<typeof input>, Kept>({
  name: 'keep-working-copy',
  input,
  async run(context, { variant, toolkit, key, language, window, turn, copy, ended }): Promise<Outcome<Kept>> {
    const place = { owner: variant ?? toolkit ?? '', key, language: languageOfWork({ name: key, language }) }
    const known = await listAllWorkingCopies({ req: context.req, place })
    const mine = known.find((one) => one.window === window)
    // Whoever may no longer write here can still discard what they typed.
    const isDiscard = copy === null && mine !== undefined
    const forbidden = isDiscard ? null : await whyNotKept({ ...context, variant, toolkit, key, language })
    if (forbidden && copy !== null) return forbidden
    if (copy !== null && !isJsonObject(copy)) return refuse('refusal.working-copy-unreadable')
    if (mine && mine.turn > turn) return { ok: true, result: { at: mine.hasEnded ? null : mine.at, turn: mine.turn } }
    const asked = { collection: 'working-copies', depth: 0, overrideAccess: false, req: context.req } as const
    const isOver = (one: KeptWork) => ended.some((old) => old.window === one.window && old.at === one.at)
    for (const { id } of known.filter((one) => one !== mine && !one.hasEnded && isOver(one)))
      await context.payload.update({ ...asked, id, data: { copy: null, hasEnded: true } })
    const data = { ...place, user: context.actor.userId, window, turn, copy, hasEnded: copy === null, at: context.now }
    if (mine) await context.payload.update({ ...asked, id: mine.id, data })
    else if (!forbidden) {
      await context.payload.create({ ...asked, data })
      await removeOldest(context)
    }
    return { ok: true, result: { at: copy === null ? null : context.now, turn } }
  },
})

async function whyNotKept({
  actor,
  req,
  variant,
  toolkit,
  key,
  language,
}: Pick<ActionContext, 'actor' | 'req'> & {
  variant: string | undefined
  toolkit: string | undefined
  key: string
  language: Language
}): Promise<Outcome<never> | null> {
  if (toolkit !== undefined) {
    if (!hasRoleEverywhere(actor, KEEPERS)) return refuse('refusal.role-keep')
    return (await loadSection({ req, toolkit, key })) ? null : refuse('refusal.common-section-unknown')
  }
  const version = await loadVariant({ req, id: variant ?? '' })
  if (!version) return refuse('refusal.variant-unknown')
  if (sectionOfDecision(key) !== null) {
    if (!hasRole({ actor, roles: DRAFTERS, country: version.country })) return refuse('refusal.role-edit')
  } else {
    const forbidden = mayNotWrite({ actor, roles: TRANSLATORS, variant: version, language })
    if (forbidden) return forbidden
  }
  if (key === NEW_SECTION) return null
  return (await loadSectionWorkedOn({ req, variant: version, name: key })) ? null : refuse('refusal.section-unknown')
}

async function removeOldest({ payload, req }: ActionContext): Promise<void> {
  const all = await listAllWorkingCopies({ req })
  // Whoever begins many decisions loses no text by that.
  const kinds = grouped(all, ({ hasEnded, key }) => (hasEnded ? 'ended' : sectionOfDecision(key) ? 'decision' : 'text'))
  for (const { id } of [...kinds.values()].flatMap((copies) => copies.slice(MOST_WORKING_COPIES)))
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
