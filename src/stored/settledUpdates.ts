import type { PayloadRequest } from 'payload'
import type { Language } from '@/domain/language'
import type { PreparedRelease } from '@/domain/preparedRelease'
import { settledByProposal } from '@/domain/updates/updates'
import { isOpenToUnasked } from './editions'
import { loadProposals } from './proposals'
import { decisionsThatHold, type RecordedDecision } from './updateDecisions'
import { loadUpdates, type Newest, type WaitingUpdate } from './updates'
import { loadVariantSections, type StoredVariantSection, type Variant } from './variants'

/** What a country's own proposal settles in a section. */
export type SettledUpdate = NonNullable<ReturnType<typeof settledByProposal>> & {
  waiting: WaitingUpdate
  byProposal: string
}

/**
 * What the country's own proposals settle in its version with the newest release: where that says no more than the country did, nothing
 * is asked (`settledByProposal`). `own` is what the country has stored. Nothing is settled in what it has sent.
 */
export async function loadSettledUpdates({
  req,
  variant,
  newest,
  sourceLanguage,
  decisions,
  inText = [],
}: {
  req: PayloadRequest
  variant: Variant
  newest: Newest | PreparedRelease
  sourceLanguage: Language
  /** All decisions of the country, newest first. */
  decisions: readonly RecordedDecision[]
  /** The ids of the proposals that the newest release contains, and no release before it. */
  inText?: readonly string[]
}): Promise<{ settled: SettledUpdate[]; own: StoredVariantSection[] }> {
  // Each proposal settles once: what the country took back waits for its own decision.
  const used = new Set(decisions.map(({ byProposal }) => byProposal))
  const holding = new Set(decisionsThatHold(decisions))
  const takenBack = decisions.filter((one) => one.byProposal && one.release === newest.id && !holding.has(one))
  const isAsked = new Set(takenBack.map(({ key }) => key))
  const released = (await loadProposals({ req, variants: [variant.id], states: ['taken-over'] })).filter(
    ({ id, inRelease, key }) => (inRelease !== null || inText.includes(id)) && !used.has(id) && !isAsked.has(key),
  )
  if (released.length === 0 || !(await isOpenToUnasked({ req, variant: variant.id }))) return { settled: [], own: [] }
  const own = await loadVariantSections({ req, variant: variant.id })
  const waiting = await loadUpdates({ req, variant, newest, sourceLanguage, own })
  const settled = waiting.flatMap((one): SettledUpdate[] => {
    // Where sections were divided or joined, the country sees what became of its text.
    const proposal = one.together ? undefined : released.find(({ key }) => key === one.update.key)
    const found = proposal && settledByProposal({ sides: one.sides, release: newest.id, paused: one.paused })
    return found ? [{ ...found, waiting: one, byProposal: proposal.id }] : []
  })
  return { settled, own }
}
