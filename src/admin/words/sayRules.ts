import type { Language } from '@/domain/language'
import { LANGUAGES } from '@/domain/language'
import type { PartGone } from '@/domain/partRules'
import { openingOf } from '@/domain/richText/firstWords'
import type { RichText } from '@/domain/richText/richText'
import { blockInLanguage } from '@/domain/ruledParts'
import { PART_DEMANDS, type PartDemand, type SectionContent, type TextField } from '@/domain/section'
import type { Translator } from '@/messages/translate'
import { textIn } from './titles'

/** The name of a part of a section: its field, or a block by its first words. */
export function sayPart(
  { field, block }: { field: TextField; block: RichText[number] | null },
  say: Translator,
): string {
  const words = block ? openingOf(block) : ''
  return say('words.part', { part: block ? (words === '' ? 'block' : 'words') : field, words })
}

/** A rule in words. */
export function sayRule(
  {
    demand,
    guidance,
    ...part
  }: { field: TextField; block: RichText[number] | null; demand: PartDemand; guidance: string },
  say: Translator,
): string {
  const words = { part: sayPart(part, say), demand: say(`words.part-demand.${demand}`) }
  return say('words.part-rule', { ...words, guidance: guidance === '' ? 'none' : guidance })
}

/** The parts that are no longer in a text and lose their rules: a sentence for the fixed ones, one for those to be filled in. */
export function sayRulesGone(rulesGone: readonly PartGone[], say: Translator): string {
  return PART_DEMANDS.flatMap((demand) => {
    const gone = rulesGone.filter((one) => one.demand === demand)
    if (gone.length === 0) return []
    const parts = gone.map(({ words }) => say('words.part', { part: words === '' ? 'block' : 'words', words }))
    return [say(`words.rules-gone.${demand}`, { count: gone.length, parts: parts.join(', ') })]
  }).join(' ')
}

/** What countries may do with a section and with its parts, in words. */
export function sayPolicy(content: SectionContent, { language, say }: { language: Language; say: Translator }): string {
  const rules = (content.rules ?? []).map(({ field, block: ids, demand, guidance }) => {
    const found = [language, ...LANGUAGES].map(
      (one) => ids && blockInLanguage({ body: content.body, ids, language: one }),
    )
    const { text } = textIn({ given: guidance, languages: [language], otherwise: '' })
    return sayRule({ field, block: found.find((block) => block !== null) ?? null, demand, guidance: text }, say)
  })
  return [say(`words.policy.${content.policy}`), ...rules].join('. ')
}
