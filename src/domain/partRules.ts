import { canonicalJson, isSameJson } from './canonicalJson'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { Refusal } from './refusal'
import type { PlacedSection } from './release'
import { type BaseSection, type ResolvedSection, resolve, type VariantSection } from './resolve'
import { canonicalRichText } from './richText/canonical'
import { openingOf } from './richText/firstWords'
import type { Block, RichText } from './richText/richText'
import { isEmptyField, isSameField, isWritten, saidByText } from './richText/sameText'
import {
  type PartDemand,
  type PartRule,
  type SectionContent,
  type SectionText,
  TEXT_FIELDS,
  type Texts,
  withRules,
} from './section'
import { translationPairs } from './translationPairs'
import { type Unit, unitsOf } from './translationUnits'

/*
 * Rules for single parts of a section of the common framework: its title, its summary, its body, or one block at the top of
 * its body. A fixed part stays as it is in every country; a part to be filled in is written by each country.
 */

/** A part of a section with a rule, in one language. */
export type RuledPart = {
  rule: PartRule
  language: Language
  /** The block of the common text in this language; null if the rule is about the whole field. */
  block: Block | null
}

/** A rule as it is seen and set in one language: the block is named by its id there. */
export type SeenRule = Pick<PartRule, 'field' | 'demand'> & { block: string | null; guidance: string }

/** Returns the blocks of a text that can have a rule: those at the top, without empty paragraphs. */
export function blocksToRule(text: RichText = []): Block[] {
  const blocks = known.get(text) ?? canonicalRichText(text).filter((block) => !isEmptyField([block]))
  known.set(text, blocks)
  return blocks
}
/** Nobody changes a text after it was read, and every rule looks at the same texts. */
const known = new WeakMap<RichText, Block[]>()

/**
 * Returns the block that a rule is about in one language of the common text; null if there is none. Where the rule has no
 * id, it is the block that stands for the one with an id (`translationPairs`).
 */
export function blockInLanguage({
  body,
  ids,
  language,
}: {
  body: Texts['body']
  ids: ByLanguage<string>
  language: Language
}): Block | null {
  const here = blocksToRule(body[language])
  const known = ids[language] === undefined ? Object.values(ids) : [ids[language]]
  const found = here.find(({ id }) => known.includes(id))
  if (found || here.length === 0) return found ?? null
  for (const home of LANGUAGES) {
    const id = home === language ? undefined : ids[home]
    const there = id === undefined ? [] : blocksToRule(body[home])
    if (id === undefined || !there.some((block) => block.id === id)) continue
    const pair = translationPairs({ source: atTop(there), translation: atTop(here) }).get(id)
    return here.find((block) => block.id === pair) ?? null
  }
  return null
}

function atTop(blocks: RichText): Unit[] {
  return unitsOf(blocks).filter(({ depth }) => depth === 0)
}

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

/** Returns the parts with a demand that the common text has in these languages. */
export function ruledParts({
  common,
  demand,
  languages,
}: {
  common: SectionContent
  demand: PartDemand
  languages: readonly Language[]
}): RuledPart[] {
  const rules = (common.rules ?? []).filter((rule) => rule.demand === demand)
  return rules.flatMap((rule) =>
    languages.flatMap((language): RuledPart[] => {
      if (rule.block === null) return [{ rule, language, block: null }]
      const block = blockInLanguage({ body: common.body, ids: rule.block, language })
      return block ? [{ rule, language, block }] : []
    }),
  )
}

/**
 * Returns the fixed parts that are otherwise in a text than in the common text. `text` is what readers get. A block may
 * stand at another place, and may get another id. In a language that the common text lacks nothing can be compared.
 */
export function brokenParts({
  common,
  text,
  languages,
}: {
  common: SectionContent
  text: Texts
  languages: readonly Language[]
}): RuledPart[] {
  const fixed = ruledParts({ common, demand: 'fixed', languages })
  const left = new Map(languages.map((language) => [language, fixed.length > 0 ? saidOnce(text.body[language]) : []]))
  return fixed.filter(({ rule: { field }, language, block }) => {
    if (!block) {
      const theirs = common[field][language]
      const isUntranslated = isEmptyField(theirs) && isWritten(common[field])
      return !isUntranslated && !isSameField(theirs, text[field][language])
    }
    const said = left.get(language) ?? []
    const at = said.indexOf(saidBy(block))
    if (at >= 0) said.splice(at, 1)
    return at < 0
  })
}

function saidOnce(text: RichText = []): string[] {
  return canonicalRichText(text).map(saidBy)
}

function saidBy(block: Block): string {
  return JSON.stringify(saidByText([block]))
}

/**
 * Returns a text in one language with these broken parts as they are in the common text; a block that is gone comes back
 * where it is there.
 */
export function withFixedParts({
  text,
  common,
  language,
  broken,
}: {
  text: SectionText
  common: SectionContent
  language: Language
  broken: readonly RuledPart[]
}): SectionText {
  let next = text
  for (const { rule, block } of broken.filter((part) => part.language === language)) {
    if (block) {
      const there = next.body.findIndex(({ id }) => id === block.id)
      const order = common.body[language] ?? []
      const body = there >= 0 ? next.body.with(there, block) : inserted({ body: next.body, block, order })
      next = { ...next, body }
    } else if (rule.field === 'body') next = { ...next, body: common.body[language] ?? [] }
    else next = { ...next, [rule.field]: common[rule.field][language] ?? '' }
  }
  return next
}

/** Behind the nearest block before it in the common text that the text has too. */
function inserted({ body, block, order }: { body: RichText; block: Block; order: RichText }): RichText {
  const earlier = order
    .slice(
      0,
      order.findIndex(({ id }) => id === block.id),
    )
    .map(({ id }) => id)
  const at = body.findLastIndex(({ id }) => earlier.includes(id))
  return body.toSpliced(at + 1, 0, block)
}

type Write = {
  /** The section of the common framework on which the text stands; null if it has none. */
  base: BaseSection | null
  before: VariantSection
  after: VariantSection
  languages: readonly Language[]
  /** The common text on which `before` stands, if that is another one. */
  baseBefore?: BaseSection | null
}

/**
 * Returns why a country may not store a text: one reason for each fixed part that it would change, in any language of
 * the version. What was changed already is not refused again, so that other places can still be written.
 */
export function fixedPartsForbid({ base, before, after, languages, baseBefore = base }: Write): Refusal[] {
  if (!base?.content.rules?.some(({ demand }) => demand === 'fixed')) return []
  const brokenIn = (on: BaseSection | null, own: VariantSection) =>
    on ? brokenParts({ common: on.content, text: readOf({ base: on, own, languages }), languages }) : []
  const already = brokenIn(baseBefore, before)
  return brokenIn(base, after)
    .filter((part) => !already.some((one) => isSamePart(one, part)))
    .map((part) => partRefusal('refusal.part-fixed', part, languages))
}

/** What readers get of a section of a national version. */
export function readOf({
  base,
  own,
  languages,
}: {
  base: BaseSection
  own: VariantSection
  languages: readonly Language[]
}): SectionContent {
  return resolve({ base: [base], variant: [own], languages })[0]?.content ?? base.content
}

/** Are both about the same part in the same language? */
export function isSamePart(one: RuledPart, other: RuledPart): boolean {
  return (
    one.language === other.language &&
    one.rule.field === other.rule.field &&
    isSameJson(one.rule.block, other.rule.block)
  )
}

/**
 * Returns the parts to be filled in that a country has not written itself: they still have the common words, or a
 * translation of them, or nothing. A section that it does not use has none.
 */
export function openParts({
  common,
  section: { entry, content },
  languages,
}: {
  common: SectionContent
  section: PlacedSection | ResolvedSection
  languages: readonly Language[]
}): RuledPart[] {
  if (entry.mode === 'omit' || entry.mode === 'local') return []
  return (common.rules ?? [])
    .filter(({ demand }) => demand === 'fill-in')
    .flatMap((rule) => {
      const open = languages.filter((language) => {
        if (entry.mode !== 'adapt') return true
        const origin = entry.provenance[rule.field]?.[language] ?? 'common'
        if (origin === 'missing') return false
        const words = content[rule.field][language]
        if (origin !== 'national' || isEmptyField(words)) return true
        const block = rule.block && blockInLanguage({ body: common.body, ids: rule.block, language })
        return block !== null && saidOnce(content.body[language]).includes(saidBy(block))
      })
      return open.flatMap((language): RuledPart[] => {
        const part = shownPart({ common, rule, language })
        return part ? [part] : []
      })
    })
}

/** Returns the part of a rule to show in a language, in another one if the common text lacks it; null if it is nowhere. */
export function shownPart({
  common,
  rule,
  language,
}: {
  common: SectionContent
  rule: PartRule
  language: Language
}): RuledPart | null {
  if (rule.block === null) return { rule, language, block: null }
  const block = blockInLanguage({ body: common.body, ids: rule.block, language }) ?? anyBlock(common, rule.block)
  return block && { rule, language, block }
}

/** The block in any language that has it. */
function anyBlock({ body }: SectionContent, ids: ByLanguage<string>): Block | null {
  for (const language of LANGUAGES) {
    const block = blocksToRule(body[language]).find(({ id }) => id === ids[language])
    if (block) return block
  }
  return null
}

/** Returns a reason that names a part: its field, or a block by its first words, and the language if there are several. */
export function partRefusal(
  key: 'refusal.part-fixed' | 'refusal.part-to-fill-in',
  { rule: { field }, language, block }: RuledPart,
  languages: readonly Language[],
): Refusal & { params: Record<string, string> } {
  const words = block ? openingOf(block) : ''
  const part = block ? (words === '' ? 'block' : 'words') : field
  return { key, params: { part, words, language: languages.length > 1 ? language : 'none' }, field }
}
