import { foremostRole } from '@/domain/actor'
import type { Language } from '@/domain/language'
import { addressBeside, type BaseSection, resolve, untouched, type VariantSection } from '@/domain/resolve'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import { keysOf, type UpdateDecision, type UpdateSides } from '@/domain/updates/updates'
import { loadBaseOf } from '@/stored/commonBase'
import type { RecordedDecision } from '@/stored/updateDecisions'
import { storedFor, type WaitingUpdate } from '@/stored/updates'
import { loadVariantSections, type StoredVariantSection, type Variant } from '@/stored/variants'
import type { ActionContext } from './action'
import { writeVariantSection } from './changeVariantSection'
import { fixedPartsChanged } from './fixedPartsChanged'
import { Refused } from './refused'
import { stateWrite } from './stateWrite'
import { storeBlobs } from './storeBlobs'
import { translationOrigins } from './translationOrigins'

/** A section of a national version that is about to stand on another release. */
type Standing = {
  variant: Variant
  key: string
  /** The language in which the person works. */
  language: Language
  /** The common text on which the section stood before; null if the country did not have it. */
  base: BaseSection | null
  /** What the country has stored; null if nothing. */
  own: StoredVariantSection | null
  /** What is stored after the decision. */
  next: VariantSection
  /** The state that words are taken from, when a decision is taken back. */
  earlier: VariantSection | null
  /** The sections that a decision joined to this one. */
  joined?: readonly UpdateSides[] | null
}

/**
 * Stores each section as a decision made it, and the decision with what readers would have got before. Returns the
 * revisions, that of the section under whose key the update waited first.
 */
export async function storeUpdateDecision(
  context: ActionContext,
  {
    waiting,
    decided,
    decision,
    release,
    note,
    bySetting = false,
    byProposal = null,
    ...standing
  }: Pick<Standing, 'variant' | 'language'> & {
    waiting: WaitingUpdate
    /** What `decideWaiting` returned. */
    decided: readonly { sides: UpdateSides; next: VariantSection }[]
    decision: UpdateDecision
    /** The release that was decided on. */
    release: string
    note: string
    /** A setting of the country decides, not the person. */
    bySetting?: boolean
    /** It follows from this proposal of the country. */
    byProposal?: string | null
  },
): Promise<number[]> {
  const { update } = waiting
  const { status, became } = update
  const { choice } = decision
  const together = waiting.others.length > 0 ? keysOf(waiting.update) : []
  const revisions: number[] = []
  for (const { sides, next: made } of decided) {
    const next = await withOwnAddress(context, { variant: standing.variant, next: made })
    const { key } = next
    const parts = (key === update.key ? update.parts : UPDATE_PARTS).filter(
      (part) => decision.parts?.includes(part) ?? true,
    )
    const declined = (choice === 'combine' && decision.declined) || null
    const recorded = {
      release,
      choice,
      undoes: null,
      status,
      became,
      together,
      parts,
      declined,
      // The reason of an addition says why the country has it, and nothing about the common text before it.
      reason: next.mode === 'supplement' ? null : next.reason,
      note,
      bySetting,
      byProposal,
    }
    const joined = became === 'joined' && key === update.key ? (waiting.together?.others ?? null) : null
    const section = { ...standing, key, own: storedFor(waiting, key), next, base: sides.base, earlier: null, joined }
    revisions.push(await storeStanding(context, section, recorded))
  }
  return revisions
}

/** A section that the country keeps as its own has the address under which readers got it (`addressBeside`). */
async function withOwnAddress(
  { req }: ActionContext,
  { variant, next }: Pick<Standing, 'variant' | 'next'>,
): Promise<VariantSection> {
  if (next.slug === null) return next
  const others = (await loadVariantSections({ req, variant: variant.id })).filter(({ key }) => key !== next.key)
  return { ...next, slug: addressBeside(next.slug, new Set(others.flatMap(({ slug }) => slug ?? []))) }
}

/**
 * Stores a section that stands on another release than before, and records why. Authors of restored words are not named
 * here: `takePartInEdition` must have been called before.
 */
export async function storeStanding(
  context: ActionContext,
  { variant, key, language, base, own, next, earlier, joined = null }: Standing,
  recorded: Pick<
    RecordedDecision,
    | 'release'
    | 'choice'
    | 'undoes'
    | 'status'
    | 'became'
    | 'together'
    | 'parts'
    | 'declined'
    | 'reason'
    | 'note'
    | 'bySetting'
    | 'byProposal'
  >,
): Promise<number> {
  const { actor, now, payload, req } = context
  const { audiences, stages, baseline, slug, parent, rank } = next
  const before = own ?? untouched(key)
  const write = stateWrite({
    own: before,
    next,
    language,
    audit: 'section.decide-update',
    details: { release: recorded.release, choice: recorded.choice },
  })
  const standsOn = await loadBaseOf({ req, variant, key, own: next })
  const fixed = await fixedPartsChanged({ req, variant, base: standsOn, before, baseBefore: base, after: next })
  if (fixed.length > 0) throw new Refused(fixed)
  // The common text moves under a translation, which stays as it was made.
  const translatedFrom = await translationOrigins({
    req,
    variant,
    base: standsOn,
    before,
    after: next,
    earlier,
    joined,
  })
  const data = { ...write.data, audiences, stages, baseline, slug, parent, rank, translatedFrom }
  const written = { variant, key, language: write.language ?? language, own, write: { ...write, data } }
  const rev = await writeVariantSection(context, written)
  const [resolved] = resolve({ base: base ? [base] : [], variant: own ? [own] : [], languages: variant.languages })
  const [textBefore = null] = resolved ? await storeBlobs(context, [resolved.content]) : []
  await payload.create({
    collection: 'update-decisions',
    data: {
      ...recorded,
      ...{ variant: variant.id, country: variant.country, key, baseline: before.baseline },
      ...{ revBefore: own?.rev ?? 0, revAfter: rev, textBefore },
      ...{ by: actor.userId, as: foremostRole({ actor, country: variant.country }), at: now },
    },
    depth: 0,
    overrideAccess: false,
    req,
  })
  return rev
}
