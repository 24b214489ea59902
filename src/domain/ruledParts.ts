import { isSameJson } from './canonicalJson'
import { type ByLanguage, LANGUAGES, type Language } from './language'
import type { Refusal } from './refusal'
import { canonicalRichText } from './richText/canonical'
import { openingOf } from './richText/firstWords'
import type { Block, RichText } from './richText/richText'
import { isEmptyField, saidByText } from './richText/sameText'
import type { PartDemand, PartRule, SectionContent, Texts } from './section'
import { translationPairs } from './translationPairs'
import { type Unit, unitsOf } from './translationUnits'

/*
 * Parts of a section of the common framework that can have a rule: its title, its summary, its body, or one block at the top
 * of its body. A fixed part stays as it is in every country; a part to be filled in is written by each country. The
 * coordinator sets the rules (`partRules`); what countries did with the parts is in `keptParts`.
 */

/** A part of a section with a rule, in one language. */
export type RuledPart = {
  rule: PartRule
  language: Language
  /** The block of the common text in this language; null if the rule is about the whole field. */
  block: Block | null
}

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

/** Returns the parts with a demand that the common text has in these languages; a block with several rules comes once. */
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
  const ruled = new Set<Block>()
  return rules.flatMap((rule) =>
    languages.flatMap((language): RuledPart[] => {
      if (rule.block === null) return [{ rule, language, block: null }]
      const block = blockInLanguage({ body: common.body, ids: rule.block, language })
      if (!block || ruled.has(block)) return []
      ruled.add(block)
      return [{ rule, language, block }]
    }),
  )
}

/** Are both about the same part in the same language? */
export function isSamePart(one: RuledPart, other: RuledPart): boolean {
  return (
    one.language === other.language &&
    one.rule.field === other.rule.field &&
    isSameJson(one.rule.block, other.rule.block)
  )
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

/** What a block says, to compare it with others; its id is not a part of that. */
export function saidBy(block: Block): string {
  return JSON.stringify(saidByText([block]))
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
