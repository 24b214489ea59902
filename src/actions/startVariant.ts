import { z } from 'zod'
import { hasRole, KEEPERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { startOn } from '@/domain/standing'
import { loadCountry } from '@/stored/countries'
import { commonStanding } from '@/stored/releases'
import { loadVariantOf } from '@/stored/variants'
import { defineAction } from './action'
import { country, id, language } from './input'
import { recordAuditEvent } from './recordAuditEvent'
import { openEdition } from './takePartInEdition'

/** Starts a country's version from the newest release of the common framework: at first all of it is common text. */
export const startVariant = defineAction({
  name: 'start-variant',
  input: z.object({ toolkit: id, country, languages: z.array(language).min(1) }),
  async run(context, { toolkit, country, languages }) {
    const { actor, payload, req } = context
    if (!hasRole({ actor, roles: [...KEEPERS, 'national-lead'], country })) return refuse('refusal.role-start')
    const base = startOn(await commonStanding({ req, toolkit }))
    if (!base.ok) return base
    const baseline = base.result
    const known = await loadCountry({ req, country })
    if (!known) return refuse('refusal.country-unknown', { country })
    const unused = languages.find((one) => !known.languages.includes(one))
    if (unused) return refuse('refusal.language-not-used', { language: unused })
    if (await loadVariantOf({ req, toolkit, country })) return refuse('refusal.variant-exists')
    const data = { toolkit, country, languages: [...new Set(languages)], baseline: baseline.id }
    const doc = await payload.create({ collection: 'variants', data, depth: 0, overrideAccess: false, req })
    const variant = { ...data, acceptsEditorial: false, paused: null, id: String(doc.id), rev: Number(doc.rev) }
    const edition = await openEdition(context, { variant, number: 1, writers: [] })
    await recordAuditEvent({
      req,
      country,
      action: 'variant.start',
      subject: `variants/${variant.id}`,
      details: { baseline: baseline.id, version: baseline.version },
    })
    return { ok: true, result: { variant: variant.id, edition: edition.id } }
  },
})
