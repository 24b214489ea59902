import { z } from 'zod'
import { hasRole, PUBLISHERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import { newestRelease } from '@/stored/releases'
import { defineAction } from './action'
import { countryOrMaster, id, words } from './input'
import { insertRelease } from './insertRelease'
import { reviewAnew } from './reviewAnew'

/**
 * Withdraws what a country (or the common framework) has published: a release of its own that gives the reason. Nothing
 * is deleted: every earlier release keeps its address. What the country has had approved since is reviewed again.
 */
export const withdrawRelease = defineAction({
  name: 'withdraw-release',
  input: z.object({
    toolkit: id,
    country: countryOrMaster,
    /** The number of the release that the writer saw as the newest. */
    seen: z.number().int().min(1),
    reason: words(5000),
  }),
  async run(context, { toolkit, country, seen, reason }) {
    if (!hasRole({ actor: context.actor, roles: PUBLISHERS, country })) return refuse('refusal.role-withdraw')
    if (reason === '') return refuse('refusal.withdrawal-reason-missing')
    const last = await newestRelease({ req: context.req, toolkit, country })
    if (!last || last.kind === 'withdrawal') return refuse('refusal.nothing-to-withdraw')
    if (last.seq !== seen) return refuse('refusal.newer-release', { version: last.version })
    const release = await insertRelease(context, {
      toolkit,
      country,
      version: last.version,
      kind: 'withdrawal',
      languages: last.languages,
      notes: reason,
      manifest: [],
      contents: [],
      ...(last.baseline ? { baseline: last.baseline } : {}),
    })
    if (country !== MASTER) await reviewAnew(context, { toolkit, country, reason })
    return { ok: true, result: release }
  },
})
