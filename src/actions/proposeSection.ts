import { z } from 'zod'
import { DRAFTERS, foremostRole } from '@/domain/actor'
import { MOST_PROPOSAL_CHARACTERS, proposed, reasonsProposed } from '@/domain/proposals'
import { refuse } from '@/domain/refusal'
import { resolve } from '@/domain/resolve'
import { OWN_FIELDS, RICH_FIELDS } from '@/domain/section'
import { loadBaseOf } from '@/stored/commonBase'
import { loadProposals } from '@/stored/proposals'
import { loadSection } from '@/stored/sections'
import { loadVariant, loadVariantSection } from '@/stored/variants'
import { defineAction } from './action'
import { mayNotWrite, savedRevision } from './changeVariantSection'
import { blockIds, LANGUAGES_MISSING, languages, namesLanguages, where, words } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { assertSeen } from './refused'
import { storedReasons } from './sectionWrite'
import { storeBlobs } from './storeBlobs'

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({ kind: z.literal('fields'), fields: z.array(z.enum(OWN_FIELDS)).min(1) }),
  z.object({ kind: z.literal('blocks'), field: z.enum(RICH_FIELDS), ids: blockIds }),
])

/**
 * Proposes text of a country to the common framework: all that it wrote in a section, some texts, or some blocks of one.
 * The text of the country does not change, and its edition stays as it is.
 */
export const proposeSection = defineAction({
  name: 'propose-section',
  input: z
    .object({ ...where, part, languages, message: words(MOST_PROPOSAL_CHARACTERS) })
    .refine(namesLanguages, LANGUAGES_MISSING),
  async run(context, { variant: id, key, seen, language, part, languages: chosen, message }) {
    const { actor, now, payload, req } = context
    const variant = await loadVariant({ req, id })
    if (!variant) return refuse('refusal.variant-unknown')
    const { country, toolkit } = variant
    const forbidden = mayNotWrite({ actor, roles: DRAFTERS, variant, language })
    if (forbidden) return forbidden
    const own = await loadVariantSection({ req, variant: id, key })
    const base = await loadBaseOf({ req, variant, key, own })
    if (!base && !own) return refuse('refusal.section-unknown')
    assertSeen({ seen, saved: savedRevision(own, language) })
    const [shown] = resolve({ base: base ? [base] : [], variant: own ? [own] : [], languages: variant.languages })
    if (!own || !shown) return refuse('refusal.proposal-nothing-own')
    const working = await loadSection({ req, toolkit, key })
    const { content } = shown
    const outcome = proposed({
      ...{ own, common: base?.content ?? null, content, part },
      languages: variant.languages.filter((one) => chosen?.includes(one) ?? true),
      isGone: base !== null && (!working || working.retired),
      open: await loadProposals({ req, variants: [id], key, states: ['open'] }),
    })
    if (!outcome.ok) return outcome
    if (message === '') return { ok: false, because: [{ key: 'refusal.proposal-message-missing', field: 'message' }] }
    const { ids, places } = outcome.result
    const [text = ''] = await storeBlobs(context, [content])
    const { explanation, mode, reason, sources } = own
    const offered = { ...outcome.result, content }
    const changeReasons = reasonsProposed({ reasons: shown.entry.changeReasons ?? [], proposal: offered })
    const stored = await payload.create({
      collection: 'proposals',
      data: {
        ...{ variant: id, toolkit, country, key, mode, isNational: base === null, after: own.after },
        ...{ places: [...places], ids: ids && [...ids], text, revisionSeen: own.rev, message },
        ...{ reason, explanation, sources, changeReasons: storedReasons(changeReasons) },
        ...{ by: actor.userId, as: foremostRole({ actor, country }), at: now, state: 'open' as const },
      },
      depth: 0,
      overrideAccess: false,
      req,
    })
    // The record of a country has one order: of two proposals of one text at the same time, the second sees the first.
    await recordAuditEvent({
      req,
      country,
      action: 'proposal.make',
      subject: `proposals/${stored.id}`,
      details: { key, text, places, blocks: ids?.length ?? 0 },
    })
    return { ok: true, result: { proposal: String(stored.id), rev: Number(stored.rev) } }
  },
})
