import { isPlaceGone } from '../additionPlace'
import { isSameJson } from '../canonicalJson'
import { reasonsByText } from '../changeReasons'
import type { Language } from '../language'
import type { Pause } from '../pause'
import { policyForbids } from '../policy'
import { type Outcome, refuse } from '../refusal'
import { bodyUnderAddition, type VariantSection } from '../resolve'
import { NO_REASONS, type TextField } from '../section'
import { decideUpdate, takeUp, type UpdateDecision, type WrittenTexts } from './decide'
import { divided } from './dividedText'
import { headWithTranslations, type Regrouped } from './regrouped'
import { losesAdditionPlace } from './sectionUpdate'
import { shownReasonsOf, type UpdateSides } from './sides'

/**
 * Returns what the country has stored for each of the sections after one decision on all of them, the divided or joined
 * section first. accept: the common text, in its new sections · combine: the country's text, divided or joined as the
 * common text · keep: the country keeps its sections as they are; new ones are not used. Refuses as `decideUpdate` does.
 */
export function decideRegrouped({
  sections,
  decision,
  release,
  paused = null,
}: {
  sections: Regrouped
  decision: UpdateDecision
  release: string
  paused?: Pause | null
}): Outcome<VariantSection[]> {
  const { became, others, sides } = sections
  const { choice } = decision
  const head = choice === 'accept' || choice === 'combine' ? headWithTranslations(sections, choice) : sections.head
  if (decision.parts) return refuse('refusal.update-choice')
  // Whoever accepts has no text of all of them to decide on: each section has the common one.
  const whole = decideUpdate({ sides: choice === 'accept' ? sections.head : sides, decision, release, paused })
  if (!whole.ok) return whole
  const { own } = head
  const withStored = (stored: Because): Because => ({
    reason: decision.reason ?? stored.reason,
    explanation: { ...stored.explanation, ...decision.explanation },
    sources: decision.sources ?? stored.sources,
  })
  // The reason of an addition is none for a text that differs (`withReasons`).
  const isOfAddition = sides.own.mode === 'supplement'
  const because = withStored(isOfAddition && whole.result.mode !== 'supplement' ? NO_REASONS : sides.own)
  // A reason that nobody got does not come into another section.
  const becauseOfOthers = withStored(isOfAddition ? NO_REASONS : shownReasonsOf(head))
  const whyOf = (of: UpdateSides): Because => {
    const why = of.own.key === head.own.key ? because : becauseOfOthers
    return choice === 'keep' ? reasonsKept(of, { sections, because: why }) : why
  }
  const decided = (of: UpdateSides, choice: UpdateDecision['choice'], written?: WrittenTexts) =>
    decideUpdate({ sides: of, decision: { choice, ...whyOf(of), ...(written ? { written } : {}) }, release })
  if (choice !== 'combine') {
    const ofOthers = choice === 'keep' && became === 'split' ? 'not-for-us' : choice
    const each = all([decided(head, choice), ...others.map((one) => decided(one, ofOthers))])
    return withAdditionAtItsBlock(each, sections)
  }
  const texts = textsOf(sections, { decided: whole.result, written: decision.written })
  // An addition is in the joined text already.
  const isInText = own.mode !== 'adapt' && whole.result.mode === 'adapt'
  const alone = isInText
    ? { ...head, own: { ...own, mode: 'inherit' as const, addition: {}, additionPlace: null } }
    : head
  const ofHead = decided(alone, 'combine', texts.get(own.key))
  // A title or a summary of a section that is joined to another one is no more.
  const reasonsOf = (of: UpdateSides) => shownReasonsOf(of).changeReasons
  const ofOthers = others.flatMap((one) => reasonsOf(one).filter(({ at }) => at.field === 'body'))
  const reasons = [...reasonsOf(head), ...ofOthers]
  if (became === 'joined')
    return withReasonsOfChanges(all([ofHead, ...others.map((one) => decided(one, 'accept'))]), { reasons, sections })
  const each = all([
    ofHead,
    ...others.map((one) =>
      takeUp({ sides: one, written: texts.get(one.own.key) ?? {}, release, because: becauseOfOthers }),
    ),
  ])
  return withReasonsOfChanges(withAdditionAtItsBlock(each, sections), { reasons, sections })
}

type Because = Pick<VariantSection, 'reason' | 'explanation' | 'sources'>

/** A section that the country keeps has its own reason, unless the person gave the first one another. */
function reasonsKept(
  { own }: UpdateSides,
  { sections: { head, sides }, because }: { sections: Regrouped; because: Because },
): Because {
  const reasonsOf = ({ reason, explanation, sources }: Because) => ({ reason, explanation, sources })
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
  const because = outcomes.flatMap((one) => (one.ok ? [] : one.because))
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
