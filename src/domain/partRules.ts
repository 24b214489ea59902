import { dice } from './alignment/dice'
import { wordBags } from './alignment/words'
import { canonicalJson } from './canonicalJson'
import { diffRichText } from './diff/diff'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import { ALIKE_MOVED } from './pairing/pairing'
import type { Refusal } from './refusal'
import { openingOf } from './richText/firstWords'
import type { Block, RichText } from './richText/richText'
import { isEmptyField } from './richText/sameText'
import { textOf } from './richText/walk'
import { blockInLanguage, blocksToRule, saidBy, shownPart } from './ruledParts'
import { type PartRule, type SectionContent, TEXT_FIELDS, withRules } from './section'

/* The rules for parts of a section as the coordinator sees and sets them, and what becomes of them when the text changes. */

/** A rule as it is seen and set in one language: the block is named by its id there. */
export type SeenRule = Pick<PartRule, 'field' | 'demand'> & { block: string | null; guidance: string }

/** Returns the rules of a section as somebody sees them who works on it in a language. */
export function rulesSeen({ content, language }: { content: SectionContent; language: Language }): SeenRule[] {
  const seen = (content.rules ?? []).flatMap(({ field, demand, block: ids, guidance }): SeenRule[] => {
    const block = ids && blockInLanguage({ body: content.body, ids, language })
    if (ids && !block) return []
    return [{ field, block: block?.id ?? null, demand, guidance: guidance[language] ?? '' }]
  })
  return inOneOrder(seen)
}

/**
 * Returns the rules after a save in one language. `after` is the section with its new text. The rules that were seen are as
 * they are set now, and a rule that was seen and is not set is removed; those of blocks without a counterpart in this
 * language stay. Without `seen` nothing is set. See `rulesLeft` for blocks that are gone.
 */
export function rulesAfter({
  before,
  after,
  language,
  seen,
}: {
  before: SectionContent
  after: SectionContent
  language: Language
  seen?: readonly SeenRule[] | undefined
}): PartRule[] {
  const left = rulesLeft({ before, after: withRules(after, before.rules) })
  if (!seen) return left
  const here = new Set(blocksToRule(after.body[language]).map(({ id }) => id))
  const waiting = seen.filter(({ block }) => block === null || here.has(block))
  const set: PartRule[] = []
  for (const rule of left) {
    // Where it was seen: an edit of the text may move the counterpart of a block to another one.
    const names =
      rule.block && [before, after].map(({ body }) => blockInLanguage({ body, ids: rule.block ?? {}, language }))
    const named = names ? (names.find((block) => block && here.has(block.id))?.id ?? undefined) : null
    const at = waiting.findIndex((one) => one.field === rule.field && one.block === named)
    const [now] = at < 0 ? [] : waiting.splice(at, 1)
    if (now) set.push(ruleFrom({ rule, seen: now, language }))
    else if (named === undefined) set.push(rule)
  }
  const added = waiting.map((one) => ruleFrom({ rule: null, seen: one, language }))
  return inOneOrder([...set, ...added])
}

function ruleFrom({
  rule,
  seen: { field, block, demand, guidance },
  language,
}: {
  rule: PartRule | null
  seen: SeenRule
  language: Language
}): PartRule {
  const { [language]: _, ...others } = rule?.guidance ?? {}
  const words = guidance.trim()
  return {
    field,
    block: block === null ? null : { ...rule?.block, [language]: block },
    demand,
    guidance: demand === 'fixed' ? {} : isEmptyField(words) ? others : { ...others, [language]: words },
  }
}

/** Returns the rules in one order, so that equal ones are equal lists. */
export function inOneOrder<Rule extends PartRule | SeenRule>(rules: readonly Rule[]): Rule[] {
  const place = ({ field, block }: Rule): string =>
    `${TEXT_FIELDS.indexOf(field)} ${block === null ? '' : canonicalJson(block)}`
  return rules.toSorted((one, other) => (place(one) < place(other) ? -1 : 1))
}

/** The rules after a change of the text: those that still have their part, and those whose part is gone. */
export type FollowedRules = {
  left: PartRule[]
  /** As they were before. */
  gone: PartRule[]
}

/**
 * Looks for the parts of the rules of `after`, which name their blocks as `before` has them. A block is found by its id, else
 * by what it said before, else it is the block that it became, as a difference of the two texts shows it or, of a block that
 * also moved, by its words. No two rules get the same block. A rule of a block that was taken out in a language is gone; if a
 * language has no text any more, it is only forgotten there.
 */
export function rulesFollowed({ before, after }: { before: SectionContent; after: SectionContent }): FollowedRules {
  const { rules = [] } = after
  const becameIn = new Map(
    LANGUAGES.map((language) => {
      const ids = new Set(rules.flatMap(({ block }) => block?.[language] ?? []))
      return [language, becameOf({ ids, before: before.body[language], after: after.body[language] })]
    }),
  )
  const [left, gone]: [PartRule[], PartRule[]] = [[], []]
  for (const rule of rules) {
    const block = rule.block && followed(rule.block, (id, language) => becameIn.get(language)?.(id))
    if (block === undefined) gone.push(rule)
    else left.push({ ...rule, block })
  }
  return { left: inOneOrder(left), gone: inOneOrder(gone) }
}

/** Names the parts of rules that are gone, by their first words in the text before. */
export function partsGone({
  before: common,
  gone,
  language,
}: Pick<FollowedRules, 'gone'> & { before: SectionContent; language: Language }): PartGone[] {
  return gone.map((rule) => {
    const block = shownPart({ common, rule, language })?.block
    return { demand: rule.demand, words: block ? openingOf(block) : '' }
  })
}
export type PartGone = Pick<PartRule, 'demand'> & { words: string }

/** Returns the rules of `after` that still have their part (`rulesFollowed`). */
export function rulesLeft(texts: { before: SectionContent; after: SectionContent }): PartRule[] {
  return rulesFollowed(texts).left
}

/** What a block is called now: null where the language has no text, undefined where the block is gone. */
type Became = string | null | undefined

function followed(
  block: ByLanguage<string>,
  becameIn: (id: string, language: Language) => Became,
): ByLanguage<string> | undefined {
  let now: ByLanguage<string> = {}
  for (const language of LANGUAGES) {
    const id = block[language]
    const became = id === undefined ? null : becameIn(id, language)
    if (became === undefined) return undefined
    if (became !== null) now = { ...now, [language]: became }
  }
  return Object.keys(now).length === 0 ? undefined : now
}

function becameOf({
  ids,
  before,
  after,
}: {
  ids: ReadonlySet<string>
  before: RichText | undefined
  after: RichText | undefined
}): (id: string) => Became {
  const here = blocksToRule(after)
  if (here.length === 0) return () => null
  const found = new Map<string, string>()
  const isFree = ({ id }: Block) => id !== '' && ![...found.values()].includes(id)
  const waiting = () => blocksToRule(before).filter(({ id }) => ids.has(id) && !found.has(id))
  for (const { id } of here) if (ids.has(id)) found.set(id, id)
  for (const was of waiting()) {
    const is = here.find((one) => isFree(one) && saidBy(one) === saidBy(was))
    if (is) found.set(was.id, is.id)
  }
  const lost = waiting()
  const pairs = lost.length === 0 ? [] : diffRichText({ before: before ?? [], after: after ?? [] }).blocks
  for (const was of lost) {
    const pair = pairs.find(({ idBefore, status }) => status === 'changed' && idBefore === was.id)
    const is = pair && here.find((one) => one.id === pair.id && isFree(one))
    if (is) found.set(was.id, is.id)
  }
  const known = new Set((before ?? []).map(({ id }) => id))
  const paired = new Set(pairs.flatMap(({ id, status }) => (status === 'added' ? [] : [id])))
  const bagOf = wordBags()
  for (const was of waiting()) {
    const words = bagOf(textOf([was]))
    // A difference shows a short block that was moved and edited as a new one.
    const fresh = here.filter(
      (one) => isFree(one) && one.kind === was.kind && !known.has(one.id) && !paired.has(one.id),
    )
    const scored = fresh.map(({ id, ...one }) => ({ id, alike: dice(words, bagOf(textOf([{ id, ...one }]))) }))
    const [likest] = scored.toSorted((one, other) => other.alike - one.alike)
    if (likest && likest.alike >= ALIKE_MOVED) found.set(was.id, likest.id)
  }
  return (id) => found.get(id)
}

/** Returns why these rules cannot be set together, or with what countries may do with the section; none if they can. */
export function rulesForbid({ policy, rules = [] }: Pick<SectionContent, 'policy' | 'rules'>): Refusal[] {
  const hasWhole = rules.some(({ field, block }) => field === 'body' && block === null)
  const hasBlocks = rules.some(({ block }) => block !== null)
  const asks = rules.some(({ demand }) => demand === 'fill-in')
  return [
    ...(hasWhole && hasBlocks ? [{ key: 'refusal.part-rules-twice' as const, field: 'rules' }] : []),
    ...(asks && policy === 'supplement-only'
      ? [{ key: 'refusal.part-rules-supplement' as const, field: 'rules' }]
      : []),
  ]
}
