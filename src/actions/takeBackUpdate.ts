import { z } from 'zod'
import { DRAFTERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { untouched } from '@/domain/resolve'
import { takeBackForbids } from '@/domain/updates/updates'
import { loadBaseOf } from '@/stored/commonBase'
import { newestEdition } from '@/stored/editions'
import { loadVariantSectionRevision } from '@/stored/revisions'
import { writersShownAnew } from '@/stored/textWriters'
import { decisionsThatHold, loadUpdateDecision, loadUpdateDecisions } from '@/stored/updateDecisions'
import { loadVariant, loadVariantSection, type StoredVariantSection } from '@/stored/variants'
import { defineAction } from './action'
import { mayNotWrite, savedRevision } from './changeVariantSection'
import { id, language, seen } from './input'
import { assertSeen } from './refused'
import { storeStanding } from './storeUpdateDecision'
import { takePartInEdition } from './takePartInEdition'

/**
 * Takes a decision on an update back: the section is again as it was before, and the update waits again. Possible until
 * the edition is sent, and while nobody has changed the section since.
 */
export const takeBackUpdate = defineAction({
  name: 'take-back-update',
  input: z.object({ decision: id, seen, language }),
  async run(context, { decision: asked, seen, language }) {
    const { actor, req } = context
    const decision = await loadUpdateDecision({ req, id: asked })
    const variant = decision && (await loadVariant({ req, id: decision.variant }))
    if (!decision || !variant) return refuse('refusal.update-decision-unknown')
    const forbidden = mayNotWrite({ actor, roles: DRAFTERS, variant, language })
    if (forbidden) return forbidden
    const { key, release } = decision
    const own = await loadVariantSection({ req, variant: variant.id, key })
    if (!own) throw new Error(`A decision on section ${key} was recorded, and nothing is stored for it`)
    assertSeen({ seen, saved: savedRevision(own, language) })
    const all = await loadUpdateDecisions({ req, variants: [variant.id], key })
    if (!decisionsThatHold(all).some(({ id }) => id === asked)) return refuse('refusal.update-taken-back')
    const edition = await newestEdition({ req, variant: variant.id })
    const late = takeBackForbids({ revAfter: decision.revAfter, edition, stored: { rev: own.rev, at: own.updatedAt } })
    if (late) return { ok: false, because: [late] }
    const earlier = await loadEarlier({ req, id: own.id, rev: decision.revBefore })
    const next = { ...(earlier ?? untouched(key)), baseline: decision.baseline }
    const base = await loadBaseOf({ req, variant, key, own })
    const { languages } = variant
    await takePartInEdition(context, variant, async (open) => {
      const takingPart = [actor.userId, ...(open?.contributors ?? [])]
      return writersShownAnew({ req, base, languages, own, next, earlier, edition: open, takingPart })
    })
    const { status, became, parts, reason } = decision
    const recorded = {
      release,
      choice: 'undone' as const,
      undoes: asked,
      status,
      became,
      parts,
      reason,
      note: '',
      bySetting: false,
    }
    const rev = await storeStanding(context, { variant, key, language, base, own, next, earlier }, recorded)
    return { ok: true, result: { key, rev } }
  },
})

type AskedRevision = Pick<Parameters<typeof loadVariantSectionRevision>[0], 'req' | 'id' | 'rev'>

/** What was stored before the decision; null if that was nothing. */
async function loadEarlier({ req, id, rev }: AskedRevision): Promise<StoredVariantSection | null> {
  if (rev === 0) return null
  const found = await loadVariantSectionRevision({ req, id, rev })
  if (!found) throw new Error(`Revision ${rev} of variant section ${id} is not there`)
  return found.document
}
