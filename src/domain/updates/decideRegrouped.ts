import { isPlaceGone } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import { reasonsByText } from '../changeReasons'
import type { Language } from '../language'
import type { Pause } from '../pause'
import { policyForbids } from '../policy'
import { type Outcome, refuse } from '../refusal'
import { bodyUnderAddition, type VariantSection } from '../resolve'
import { isSameField } from '../richText/sameText'
import { NO_REASONS, SET_FIELDS, type SectionContent, type SetField, type TextField } from '../section'
import { type Because, carryOut, choiceForbids, takeUp, type UpdateDecision, type WrittenTexts } from './decide'
import { divided } from './dividedText'
import { differs } from './joinedOwn'
import { headWithTranslations, languagesWithoutOurs, type Regrouped, regrouped } from './regrouped'
import { gapsAfter } from './regroupingGaps'
import { losesAdditionPlace, type SectionUpdate, updateOf } from './sectionUpdate'
import { isReadElsewhere, shownReasonsOf, type UpdateSides } from './sides'

/** Returns what waits in the sections together. */
export function regroupedUpdate(sections: Regrouped): SectionUpdate | null {
  const update = updateOfAll(sections)
  if (update?.status !== 'ready') return update
  // Nothing of the country's own goes without a look, nor what readers of one of its languages have.
  const isToCheck =
    (sections.became === 'joined' && sections.others.some(differs)) ||
    languagesWithoutOurs(sections).length > 0 ||
    hasGaps(sections)
  return isToCheck ? { ...update, status: 'please-check' } : update
}

function updateOfAll({ became, others, sides }: Regrouped): SectionUpdate | null {
  const update = updateOf(sides)
  return update && { ...update, became, others: others.map(({ own }) => own.key) }
}

/** Would readers miss words in a language of a country that accepts, or get some twice? */
function hasGaps(sections: Regrouped): boolean {
  const accepted = decidedAlone({ sections, decision: { choice: 'accept' }, release: '' })
  return (
    !accepted.ok ||
    sections.sides.languages.some((language) => {
      const gaps = gapsAfter(sections, { decided: accepted.result, language })
      return Object.values(gaps).some((keys) => keys.length > 0)
    })
  )
}

type Deciding = {
  sections: Regrouped
  decision: UpdateDecision
  /** The id of the newest release. */
  release: string
}

/**
 * Returns what the country has stored for each of the sections after one decision on all of them, the divided or joined
 * section first. accept: the common text, in its new sections · combine: the country's text, divided or joined as the
 * common text · keep: the country keeps its sections as they are; new ones are not used. Refuses as `decideUpdate` does.
 */
export function decideRegrouped({
  paused = null,
  ...given
}: Deciding & { paused?: Pause | null }): Outcome<VariantSection[]> {
  const { decision, sections } = given
  const { choice } = decision
  // What all of them offer together, one of them alone need not offer.
  const forbidden = choiceForbids({ update: updateOfAll(sections), choice, paused })
  if (forbidden) return forbidden
  if (decision.parts) return refuse('refusal.update-choice')
  // Additions are compared with the text of all sections as one.
  const isOfAll = choice === 'combine' || (choice === 'accept' && isOfAddition(sections))
  if (!isOfAll) return decidedAlone(given)
  const whole = carryOut({ sides: sections.sides, decision, release: given.release })
  if (choice === 'accept')
    return decidedAlone(whole.ok ? { ...given, sections: withAdditionOf(whole.result, sections) } : given)
  if (!whole.ok) return whole
  const again = withDecidedSource(whole.result, { sections, decision })
  if (!again) return combined({ ...given, whole: whole.result })
  const wholeAgain = carryOut({ sides: again.sides, decision, release: given.release })
  return wholeAgain.ok ? combined({ ...given, sections: again, whole: wholeAgain.result }) : wholeAgain
}

/**
 * The sections with what readers of another language get in that of the common framework as the person decided it there;
 * null if they have it already.
 */
function withDecidedSource(
  { body }: VariantSection,
  { sections, decision: { declined, resolutions, written } }: Pick<Deciding, 'sections' | 'decision'>,
): Regrouped | null {
  const { became, sides } = sections
  const of = sides.sourceLanguage
  const isDecidedThere = [declined, resolutions, written?.body].some((by) => by?.[of] !== undefined)
  if (became !== 'joined' || !isDecidedThere) return null
  return regrouped({ ...sections, source: body[of] ?? sides.newest?.content.body[of] ?? [] })
}

/** The first section with what the decided whole has left of its addition: one of the sections can have all of that then. */
function withAdditionOf({ addition, additionPlace, mode }: VariantSection, sections: Regrouped): Regrouped {
  const { head } = sections
  const isAddition = isOfAddition(sections) && head.own.mode === 'supplement' && mode !== 'adapt'
  return isAddition ? { ...sections, head: { ...head, own: { ...head.own, addition, additionPlace, mode } } } : sections
}

/** Each section as it is decided alone: no text of the one comes into another, but the translations of what is joined. */
function decidedAlone({ sections, decision, release }: Deciding): Outcome<VariantSection[]> {
  const { became, others, sides } = sections
  const { choice } = decision
  const head = choice === 'accept' ? headWithTranslations(sections, choice) : sections.head
  // Whoever accepts has no text of all of them, and so no reason for one.
  const because = withStored(choice === 'accept' ? head.own : sides.own, decision)
  const whyOf = (of: UpdateSides): Because => {
    const isHead = of.own.key === head.own.key
    if (choice !== 'keep') return isHead ? because : becauseOfOthers({ ...sections, head }, decision)
    if (isHead && isOfAddition(sections)) return reasonSaid(decision)
    return reasonsKept(of, { sections, because: isHead ? because : becauseOfOthers(sections, decision) })
  }
  const decided = (of: UpdateSides, as: UpdateDecision['choice']) =>
    carryOut({ sides: of, decision: { choice: as, ...whyOf(of) }, release, keepsAddition: isOfAddition(sections) })
  const ofOthers = choice === 'keep' && became === 'split' ? 'not-for-us' : choice
  return withAdditionAtItsBlock(all([decided(head, choice), ...others.map((one) => decided(one, ofOthers))]), sections)
}

/** The country's text of all of them (`whole`), with the changes of the common framework, in the sections that this has now. */
function combined({
  decision,
  release,
  whole,
  ...given
}: Deciding & { whole: VariantSection }): Outcome<VariantSection[]> {
  const sections = withAdditionOf(whole, given.sections)
  const { became, others, sides } = sections
  const head = headWithTranslations(sections, 'combine')
  const texts = textsOf(sections, { decided: whole, written: decision.written })
  const written = texts.get(head.own.key)
  // What is the translation of the first section again stays one.
  const { body, translated: before } = sections.head.own
  const isStill = (language: Language) => isSameField(written?.body?.[language], body[language])
  // One with an addition in it is none.
  const isOne = (language: Language) => head.own.translated.includes(language) && whole.translated.includes(language)
  const translated = before.filter((language) => isOne(language) || isStill(language))
  // An addition is in the joined text already.
  const isInText = head.own.mode !== 'adapt' && [sides.own.mode, whole.mode].includes('adapt')
  const withoutAddition = isInText ? { mode: 'inherit' as const, addition: {}, additionPlace: null } : {}
  const alone = { ...head, own: { ...head.own, ...withoutAddition, translated } }
  const isOther = isOfAddition(sections) && whole.mode !== 'supplement'
  const because = withStored(isOther ? NO_REASONS : sides.own, decision)
  const ofHead = carryOut({
    sides: alone,
    decision: { choice: 'combine', ...because, ...(written ? { written } : {}) },
    release,
    keepsAddition: isOfAddition(sections),
  })
  // A title or a summary of a section that is joined to another one is no more.
  const reasonsOf = (of: UpdateSides) => shownReasonsOf(of).changeReasons
  const ofOthers = others.flatMap((one) => reasonsOf(one).filter(({ at }) => at.field === 'body'))
  const reasons = [...reasonsOf(head), ...ofOthers]
  const why = becauseOfOthers({ ...sections, head }, decision)
  if (became === 'joined') {
    const gone = others.map((one) => carryOut({ sides: one, decision: { choice: 'accept', ...why }, release }))
    return withReasonsOfChanges(all([ofHead, ...gone]), { reasons, sections })
  }
  const isHeadReadElsewhere = (language: Language) => isReadElsewhere(sections.head, { field: 'body', language })
  const taken = others.map((one) =>
    takeUp({
      ...{ sides: one, written: texts.get(one.own.key) ?? {}, sets: setsFor(one, sections.head) },
      ...{ isReadElsewhere: isHeadReadElsewhere, release, because: why },
    }),
  )
  return withReasonsOfChanges(withAdditionAtItsBlock(all([ofHead, ...taken]), sections), { reasons, sections })
}

/** The country's own audiences and stages go on to a new section for which the common framework has those of the divided one. */
function setsFor({ newest }: UpdateSides, { base, own }: UpdateSides): Partial<Pick<SectionContent, SetField>> {
  const chosen = SET_FIELDS.flatMap((field) => {
    const isOfHead = isSameJson(newest?.content[field], base?.content[field])
    return own.mode === 'adapt' && own[field] !== null && isOfHead ? [[field, own[field]]] : []
  })
  return Object.fromEntries(chosen)
}

/** Only what the decision says: what is stored stays while the mode does. */
function reasonSaid({ reason, explanation, sources }: UpdateDecision): Because {
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(explanation === undefined ? {} : { explanation }),
    ...(sources === undefined ? {} : { sources }),
  }
}

/** What the decision says, and besides what is stored. */
function withStored(stored: Because, decision: UpdateDecision): Stored {
  return {
    reason: decision.reason ?? stored.reason ?? null,
    explanation: { ...stored.explanation, ...decision.explanation },
    sources: decision.sources ?? stored.sources ?? '',
  }
}

/** The reason of an addition is none for a text that differs (`withReasons`). */
function isOfAddition({ sides }: Regrouped): boolean {
  return sides.own.mode === 'supplement'
}

/** A reason that nobody got does not come into another section. */
function becauseOfOthers(sections: Regrouped, decision: UpdateDecision): Stored {
  return withStored(isOfAddition(sections) ? NO_REASONS : shownReasonsOf(sections.head), decision)
}

type Stored = Pick<VariantSection, keyof Because>

/** A section that the country keeps has its own reason, unless the person gave the first one another. */
function reasonsKept(
  { own }: UpdateSides,
  { sections: { head, sides }, because }: { sections: Regrouped; because: Stored },
): Stored {
  const reasonsOf = ({ reason, explanation, sources }: Stored) => ({ reason, explanation, sources })
  const isGiven = own.key === head.own.key && !isSameJson(reasonsOf(because), reasonsOf(sides.own))
  return own.reason === null || isGiven ? because : reasonsOf(own)
}

/** An addition after a block goes to the section that has the block now, if the country may supplement that one. */
function withAdditionAtItsBlock(
  outcome: Outcome<VariantSection[]>,
  { head, others }: Regrouped,
): Outcome<VariantSection[]> {
  const [first, ...rest] = outcome.ok ? outcome.result : []
  if (first?.mode !== 'supplement' || !losesAdditionPlace({ ...head, own: first })) return outcome
  const { addition, additionPlace, reason, explanation, sources } = first
  const at = others.findIndex(({ newest, languages }, index) => {
    if (!newest || rest[index]?.mode !== 'inherit') return false
    const body = bodyUnderAddition({ base: newest, own: rest[index], languages })
    const forbidden = policyForbids({ policy: newest.content.policy, mode: 'supplement' })
    return !forbidden && !isPlaceGone({ place: additionPlace, body })
  })
  const there = rest[at]
  if (!there) return outcome
  const moved = { ...there, mode: 'supplement' as const, addition, additionPlace, reason, explanation, sources }
  const left = { ...first, mode: 'inherit' as const, addition: {}, additionPlace: null, ...NO_REASONS }
  return { ok: true, result: [left, ...rest.with(at, moved)] }
}

/** A reason goes where its paragraph went. */
function withReasonsOfChanges(
  outcome: Outcome<VariantSection[]>,
  { reasons, sections: { head, others } }: { reasons: VariantSection['changeReasons']; sections: Regrouped },
): Outcome<VariantSection[]> {
  if (!outcome.ok || reasons.length === 0) return outcome
  const common = [head, ...others].map(({ newest }) => newest?.content.body ?? {})
  const texts = outcome.result.map(({ body }, at) => [body, common[at] ?? {}])
  const byText = reasonsByText({ texts, reasons })
  const result = outcome.result.map((one, at) =>
    one.mode === 'adapt' ? { ...one, changeReasons: byText[at] ?? [] } : one,
  )
  return { ok: true, result }
}

function all(outcomes: readonly Outcome<VariantSection>[]): Outcome<VariantSection[]> {
  const refusals = outcomes.flatMap((one) => (one.ok ? [] : one.because))
  // What several of them lack is asked for once.
  const because = refusals.filter((one, at) => at === refusals.findIndex((other) => isSameJson(other, one)))
  if (because.length > 0) return { ok: false, because }
  return { ok: true, result: outcomes.flatMap((one) => (one.ok ? [one.result] : [])) }
}

/** The texts of the decided whole by the key of the section; of sections that were joined all is in the first one. */
function textsOf(
  { became, head, others, sides }: Regrouped,
  { decided, written = {} }: { decided: VariantSection; written?: WrittenTexts | undefined },
): Map<string, WrittenTexts> {
  const first = head.own.key
  const keys = became === 'split' ? others.map(({ own }) => own.key) : []
  const common = sides.newest?.content
  const texts = new Map<string, WrittenTexts>([first, ...keys].map((key) => [key, {}]))
  const write = <Field extends TextField>(key: string, field: Field, language: Language, words: Words<Field>) => {
    const text = texts.get(key)
    if (text && words !== undefined) text[field] = { ...text[field], [language]: words } as WrittenTexts[Field]
  }
  for (const language of sides.languages) {
    for (const field of ['title', 'summary'] as const)
      write(first, field, language, decided[field][language] ?? common?.[field][language])
    const body = decided.body[language] ?? common?.body[language]
    if (body === undefined) continue
    const isEdited = written.body?.[language] !== undefined
    const pieces = divided({ body, common: common?.body[language] ?? [], first, keys, isEdited })
    for (const [key, { title, body: of }] of pieces) {
      write(key, 'body', language, of)
      if (title !== null) write(key, 'title', language, title)
    }
  }
  return texts
}

type Words<Field extends TextField> = VariantSection[Field][Language]
