import { z } from 'zod'
import { DRAFTERS } from '@/domain/actor'
import { refuse } from '@/domain/refusal'
import { type BaseSection, untouched, type VariantSection } from '@/domain/resolve'
import { takeBackForbids } from '@/domain/updates/updates'
import { loadBaseOf } from '@/stored/commonBase'
import { newestEdition } from '@/stored/editions'
import { revisionOfDecision } from '@/stored/revisionOfDecision'
import { loadVariantSectionRevision } from '@/stored/revisions'
import { writersShownAnew } from '@/stored/textWriters'
import {
  decisionsThatHold,
  loadUpdateDecision,
  loadUpdateDecisions,
  type RecordedDecision,
  recordedWith,
} from '@/stored/updateDecisions'
import { loadVariant, loadVariantSections, type StoredVariantSection } from '@/stored/variants'
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
    const own = await loadVariantSections({ req, variant: variant.id })
    const all = await loadUpdateDecisions({ req, variants: [variant.id] })
    const holding = decisionsThatHold(all)
    if (!holding.some(({ id }) => id === asked)) return refuse('refusal.update-taken-back')
    const edition = await newestEdition({ req, variant: variant.id })
    const states: State[] = []
    for (const one of [decision, ...recordedWith(decision, holding)]) {
      const stored = own.find(({ key }) => key === one.key)
      if (!stored) throw new Error(`A decision on section ${one.key} was recorded, and nothing is stored for it`)
      if (one.id === asked) assertSeen({ seen, saved: savedRevision(stored, language) })
      const decided = await revisionOfDecision({ req, stored, since: one.revAfter })
      const late = takeBackForbids({ revAfter: one.revAfter, edition, stored: decided })
      if (late) return { ok: false, because: [late] }
      const earlier = await loadEarlier({ req, id: stored.id, rev: one.revBefore })
      const next = { ...(earlier ?? untouched(one.key)), baseline: one.baseline, paused: stored.paused }
      const base = await loadBaseOf({ req, variant, key: one.key, own: stored })
      const baseAfter = await loadBaseOf({ req, variant, key: one.key, own: next })
      states.push({ decision: one, own: stored, earlier, next, base, baseAfter })
    }
    const { languages } = variant
    await takePartInEdition(context, variant, async (open) => {
      const takingPart = [actor.userId, ...(open?.contributors ?? [])]
      const writers: string[] = []
      for (const { decision: _, ...state } of states)
        writers.push(...(await writersShownAnew({ req, ...state, languages, edition: open, takingPart })))
      return [...new Set(writers)]
    })
    const revisions: number[] = []
    for (const { decision: one, own: stored, baseAfter: _, ...state } of states) {
      const { key, release, status, became, together, parts, reason } = one
      const undone = {
        release,
        choice: 'undone' as const,
        undoes: one.id,
        declined: null,
        note: '',
        bySetting: false,
        byProposal: null,
      }
      const recorded = { ...undone, status, became, together, parts, reason }
      revisions.push(await storeStanding(context, { variant, key, language, own: stored, ...state }, recorded))
    }
    return { ok: true, result: { key: decision.key, rev: revisions[0] ?? 0 } }
  },
})

/** A decision that is taken back: the section as it is stored now, and as it was before. */
type State = {
  decision: RecordedDecision
  own: StoredVariantSection
  earlier: StoredVariantSection | null
  next: VariantSection
  base: BaseSection | null
  /** The common text on which it stands after the decision is taken back. */
  baseAfter: BaseSection | null
}

type AskedRevision = Pick<Parameters<typeof loadVariantSectionRevision>[0], 'req' | 'id' | 'rev'>

/** What was stored before the decision; null if that was nothing. */
async function loadEarlier({ req, id, rev }: AskedRevision): Promise<StoredVariantSection | null> {
  if (rev === 0) return null
  const found = await loadVariantSectionRevision({ req, id, rev })
  if (!found) throw new Error(`Revision ${rev} of variant section ${id} is not there`)
  return found.document
}
