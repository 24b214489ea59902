import { canonicalJson, isSameJson } from './canonicalJson'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { Refusal } from './refusal'
import { isEmptyField } from './richText/sameText'
import { blockInLanguage, blocksToRule, saidBy } from './ruledParts'
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

/**
 * Returns the rules of `after` that still have their part. A block is found by its id, else by what it said before. A rule
 * of a block that was taken out in a language goes; if a language has no text any more, it is only forgotten there.
 */
export function rulesLeft({ before, after }: { before: SectionContent; after: SectionContent }): PartRule[] {
  const left = (after.rules ?? []).flatMap((rule): PartRule[] => {
    if (rule.block === null) return [rule]
    let block: ByLanguage<string> = {}
    for (const language of LANGUAGES) {
      const id = rule.block[language]
      const here = blocksToRule(after.body[language])
      if (id === undefined || here.length === 0) continue
      const was = blocksToRule(before.body[language]).find((one) => one.id === id)
      const is = here.find((one) => one.id === id) ?? (was && here.find((one) => saidBy(one) === saidBy(was)))
      if (!is) return []
      block = { ...block, [language]: is.id }
    }
    return Object.keys(block).length === 0 ? [] : [{ ...rule, block }]
  })
  // Of two blocks that say the same, one may be gone: the other keeps its own rule.
  return inOneOrder(
    left.filter(
      (rule, at) => left.findIndex((one) => isSameJson(one.block, rule.block) && one.field === rule.field) === at,
    ),
  )
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
