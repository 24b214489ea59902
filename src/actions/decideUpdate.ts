import { z } from 'zod'
import { DRAFTERS } from '@/domain/actor'
import { isSameJson } from '@/domain/canonicalJson'
import { type ByLanguage, isLanguage, LANGUAGES, type Language } from '@/domain/language'
import { type Outcome, type RefusalKey, refuse } from '@/domain/refusal'
import type { RichText } from '@/domain/richText/richText'
import { MOST_CHARACTERS, REASONS } from '@/domain/section'
import { UPDATE_PARTS } from '@/domain/sectionBaseline'
import {
  answersForbid,
  decideWaiting,
  goesWithoutOthers,
  isShown,
  keysOf,
  saidDecision,
  TREATMENTS,
  UPDATE_CHOICES,
  UPDATE_STATUSES,
  type UpdateDecision,
} from '@/domain/updates/updates'
import { fromLexical } from '@/lexical/fromLexical'
import { loadBaseOf } from '@/stored/commonBase'
import { commonStanding } from '@/stored/releases'
import { writersShownAnew } from '@/stored/textWriters'
import { loadToolkitById } from '@/stored/toolkits'
import { decisionsThatHold, loadUpdateDecisions, type RecordedDecision } from '@/stored/updateDecisions'
import { loadUpdate, loadUpdates, type Newest, storedFor, type WaitingUpdate } from '@/stored/updates'
import { loadVariant, loadVariantSections, type StoredVariantSection, type Variant } from '@/stored/variants'
import { type ActionContext, defineAction } from './action'
import { mayNotWrite, type SectionSaved, savedRevision } from './changeVariantSection'
import { comment, id, isEachOnce, key, language, richText, seen, summary, title, words } from './input'
import { assertSeen } from './refused'
import { storeUpdateDecision } from './storeUpdateDecision'
import { takePartInEdition, type WritersOf } from './takePartInEdition'

const answer = z.union([z.enum(['ours', 'theirs', 'both']), z.object({ text: words(20_000) })])
const byLanguage = <Value extends z.ZodType>(value: Value) => z.partialRecord(z.enum(LANGUAGES), value)

/** At most so many sections are decided at once: more than a release changes. */
const MOST_AT_ONCE = 1000

/** At most so many places of one text are answered or declined: more than a section has. */
const MOST_PLACES = 1000

/** An update that a person saw: of which release, and which revision of the section. */
const update = { variant: id, release: id, language }

/** The revision of a section that a person saw, and of those that are decided with it. */
const sections = {
  key,
  seen,
  others: z.array(z.object({ key, seen })).max(MOST_AT_ONCE).default([]),
}

function hasFewPlaces(answers: object): boolean {
  return Object.keys(answers).length <= MOST_PLACES
}

function keysIn({ key, others }: { key: string; others: readonly { key: string }[] }): string[] {
  return [key, ...others.map((one) => one.key)]
}

const moves = z.array(z.object({ key, treatment: z.enum(TREATMENTS) })).max(MOST_AT_ONCE)

/** What the person was shown about sections that are decided apart (`ShownUpdate`). */
const shown = z.object({ status: z.enum(UPDATE_STATUSES), from: moves, into: moves, back: moves, goesInto: moves })

const decision = {
  choice: z.enum(UPDATE_CHOICES),
  parts: z.array(z.enum(UPDATE_PARTS)).min(1).optional(),
  resolutions: byLanguage(z.record(z.string().max(200), answer).refine(hasFewPlaces)).optional(),
  declined: byLanguage(z.array(z.string().max(200)).max(MOST_PLACES).refine(isEachOnce)).optional(),
  written: z
    .strictObject({ title: byLanguage(title), summary: byLanguage(summary), body: byLanguage(richText) })
    .partial()
    .optional(),
  reason: z.enum(REASONS).nullish(),
  explanation: byLanguage(words(MOST_CHARACTERS.explanation)).optional(),
  sources: words(MOST_CHARACTERS.sources).optional(),
}

/**
 * Decides what a country does about an update of one section by a release of the common framework. Nothing of the
 * country's text changes before. The section then stands on that release. Refused if what the person was shown has changed,
 * also in a section that is decided apart, if a combination leaves a place open that both changed, if another choice comes
 * with answers or texts, and if these or the explanation are in a language that the version does not have.
 */
export const decideOnUpdate = defineAction({
  name: 'decide-update',
  input: z
    .object({
      ...update,
      ...sections,
      shown,
      ...decision,
      note: comment.default(''),
    })
    .refine((given) => isEachOnce(keysIn(given))),
  async run(context, { variant: id, release, language, key, seen, others, shown, note, ...given }) {
    const found = await findUpdating(context, { variant: id, release, language })
    if (!found.ok) return found
    const { variant, ...newest } = found.result
    const unused = languagesOf(given).find((one) => !variant.languages.includes(one))
    if (unused) return refuse('refusal.language-not-used', { language: unused })
    const own = await loadVariantSections({ req: context.req, variant: id })
    const seenOf = [{ key, seen }, ...others]
    const meanwhile = await decidedMeanwhile({ req: context.req, variant: id, release, own, seenOf })
    if (meanwhile) return refuseDecided(meanwhile, context)
    for (const one of seenOf) assertSeen({ seen: one.seen, saved: savedRevision(storedOf(own, one.key), language) })
    const asked = { req: context.req, variant, ...newest, own }
    const waiting = await loadUpdate({ ...asked, key })
    if (!waiting) return refuse(await refusalOfNothing({ ...asked, key }))
    // During a pause nothing is decided, whatever was shown.
    const isSame = waiting.paused || isShown(waiting.update, shown)
    if (!isSeen(waiting, seenOf) || !isSame) return refuse('refusal.update-changed')
    const decision = decisionFrom(given)
    const outcome = decideWaiting({ waiting, decision, release, paused: waiting.paused })
    if (!outcome.ok) return outcome
    if (decision.choice !== 'combine' && changesText(decision)) return refuse('refusal.update-choice')
    const unanswered = answersForbid({ sides: waiting.sides, decision })
    if (unanswered) return unanswered
    const decided = { waiting, decided: outcome.result }
    const { isTakenBack } = await takePartInEdition(context, variant, writersOf(context, { variant, all: [decided] }))
    const stored = { variant, language, ...decided, decision, release, note }
    const [rev = 0] = await storeUpdateDecision(context, stored)
    return { ok: true, result: { key, rev, ...(isTakenBack ? { takenBack: true as const } : {}) } }
  },
})

function storedOf(own: readonly StoredVariantSection[], key: string): StoredVariantSection | null {
  return own.find((one) => one.key === key) ?? null
}

type Seen = { key: string; seen: number }

/** The decision on this release that stands in one of these sections and that the person did not see; null if there is none. */
async function decidedMeanwhile({
  req,
  variant,
  release,
  own,
  seenOf,
}: {
  req: ActionContext['req']
  variant: string
  release: string
  own: readonly StoredVariantSection[]
  seenOf: readonly Seen[]
}): Promise<RecordedDecision | null> {
  const changed = seenOf.find((one) => (storedOf(own, one.key)?.rev ?? 0) > one.seen)
  if (!changed) return null
  const all = await loadUpdateDecisions({ req, variants: [variant], key: changed.key })
  const isUnseen = (one: RecordedDecision) => one.release === release && one.revAfter > changed.seen
  return decisionsThatHold(all).find(isUnseen) ?? null
}

/** Says who decided, and what: the person themselves in another window, or a role; or that nobody did. */
function refuseDecided(decision: RecordedDecision, { actor }: ActionContext) {
  const { as, by, bySetting } = decision
  const choice = saidDecision(decision)?.choice
  if (bySetting || choice === undefined || choice === 'settled') return refuse('refusal.update-settled')
  const who = by === actor.userId ? 'you' : (as ?? 'other')
  return refuse('refusal.update-decided', { who: caseOf(who), choice: caseOf(choice) })
}

/** The name of a case in a sentence: it has no hyphen. */
function caseOf(value: string): string {
  return value.replaceAll('-', '_')
}

/** Does a decision say what the text shall be, as only a combination can? With any other choice nobody would read it. */
function changesText({ resolutions, declined, written }: UpdateDecision): boolean {
  return resolutions !== undefined || declined !== undefined || written !== undefined
}

/** Are these the sections that are decided together? The end of a pause can join one to them, and its beginning part one from them. */
function isSeen({ update }: WaitingUpdate, seen: readonly Pick<Seen, 'key'>[]): boolean {
  return isSameJson(keysOf(update).toSorted(), seen.map(({ key }) => key).toSorted())
}

/** Nothing waits under this key: because nothing waits, or because the section is decided with another one by now. */
async function refusalOfNothing({ key, ...asked }: Parameters<typeof loadUpdate>[0]): Promise<RefusalKey> {
  const all = await loadUpdates(asked)
  return all.some(({ update }) => update.others.includes(key)) ? 'refusal.update-changed' : 'refusal.update-nothing'
}

/**
 * Takes the common text in every one of these sections, which the country never changed. All of them, or none if one is
 * no longer ready: somebody wrote in it meanwhile, or decided.
 */
export const acceptReadyUpdates = defineAction({
  name: 'accept-updates',
  input: z.object({
    ...update,
    sections: z
      .array(z.object(sections))
      .min(1)
      .max(MOST_AT_ONCE)
      .refine((given) => isEachOnce(given.flatMap(keysIn))),
  }),
  async run(
    context,
    { variant: id, release, language, sections: chosen },
  ): Promise<Outcome<{ sections: SectionSaved[] }>> {
    const found = await findUpdating(context, { variant: id, release, language })
    if (!found.ok) return found
    const { variant, ...newest } = found.result
    const own = await loadVariantSections({ req: context.req, variant: id })
    const all = await loadUpdates({ req: context.req, variant, ...newest, own })
    const decision: UpdateDecision = { choice: 'accept' }
    const accepted: Decided[] = []
    const without = goesWithoutOthers(
      all.map(({ update }) => update),
      new Set(chosen.map(({ key }) => key)),
    )
    for (const { key, seen, others } of chosen) {
      const waiting = all.find(({ update }) => update.key === key)
      const seenOf = [{ key, seen }, ...others]
      const isSame = seenOf.every((one) => one.seen === (storedOf(own, one.key)?.rev ?? 0))
      const isReady = waiting?.update.status === 'ready' || waiting?.paused
      if (!waiting || !isSame || !isReady || !isSeen(waiting, seenOf))
        return refuse('refusal.update-not-ready', { count: chosen.length })
      if (without(waiting.update).length > 0) return refuse('refusal.update-goes-alone')
      const outcome = decideWaiting({ waiting, decision, release, paused: waiting.paused })
      if (!outcome.ok) return outcome
      accepted.push({ waiting, decided: outcome.result })
    }
    const { isTakenBack } = await takePartInEdition(context, variant, writersOf(context, { variant, all: accepted }))
    const saved: SectionSaved[] = []
    for (const one of accepted) {
      const [rev = 0] = await storeUpdateDecision(context, { variant, language, ...one, decision, release, note: '' })
      saved.push({ key: one.waiting.update.key, rev, ...(isTakenBack ? { takenBack: true as const } : {}) })
    }
    return { ok: true, result: { sections: saved } }
  },
})

/** What waited, and what the country has after the decision. */
type Decided = Pick<Parameters<typeof storeUpdateDecision>[1], 'waiting' | 'decided'>

/** Whose words the decisions show that nobody got before, such as a reason of a text that did not differ. */
function writersOf(
  { actor, req }: ActionContext,
  { variant, all }: { variant: Variant; all: readonly Decided[] },
): WritersOf {
  return async (edition) => {
    const takingPart = [actor.userId, ...(edition?.contributors ?? [])]
    const { languages } = variant
    const writers = new Set<string>()
    for (const { waiting, decided } of all) {
      for (const { next } of decided) {
        const baseAfter = await loadBaseOf({ req, variant, key: next.key, own: next })
        // Words of one section can come into another one that is decided with it.
        for (const { sides } of decided) {
          const own = storedFor(waiting, sides.own.key)
          if (!own) continue
          const asked = { req, base: sides.base, baseAfter, languages, own, next, earlier: null, edition, takingPart }
          for (const writer of await writersShownAnew(asked)) writers.add(writer)
        }
      }
    }
    return [...writers]
  }
}

type Updating = { variant: Variant; newest: Newest & { version: string }; sourceLanguage: Language }

/** The version, if the person may decide for it and still sees the newest release. */
async function findUpdating(
  { actor, req }: ActionContext,
  asked: { variant: string; release: string; language: Language },
): Promise<Outcome<Updating>> {
  const variant = await loadVariant({ req, id: asked.variant })
  const toolkit = variant && (await loadToolkitById({ req, id: variant.toolkit }))
  if (!variant || !toolkit) return refuse('refusal.variant-unknown')
  const forbidden = mayNotWrite({ actor, roles: DRAFTERS, variant, language: asked.language })
  if (forbidden) return forbidden
  const { inUse } = await commonStanding({ req, toolkit: variant.toolkit })
  if (!inUse) return refuse('refusal.update-nothing')
  if (inUse.id !== asked.release) return refuse('refusal.update-moved-on', { version: inUse.version })
  return { ok: true, result: { variant, newest: inUse, sourceLanguage: toolkit.sourceLanguage } }
}

type Given = z.infer<z.ZodObject<typeof decision>>

/** The languages in which a decision says what the text shall be, and why. */
function languagesOf({ resolutions, declined, written = {}, explanation }: Given): Language[] {
  const given = [resolutions, declined, explanation, ...Object.values(written)]
  return LANGUAGES.filter((language) => given.some((one) => one?.[language] !== undefined))
}

/** The decision as the domain knows it: the editor's texts as rich text. */
function decisionFrom({ written, reason, ...given }: Given): UpdateDecision {
  const body: ByLanguage<RichText> = {}
  for (const [one, text] of Object.entries(written?.body ?? {})) {
    if (isLanguage(one) && text) body[one] = fromLexical(text)
  }
  return {
    ...given,
    ...(reason ? { reason } : {}),
    ...(written ? { written: { ...written, body } } : {}),
  }
}
