import { type ByLanguage, LANGUAGES, type Language } from './language'
import { inOneOrder } from './partRules'
import { type Outcome, refuse } from './refusal'
import type { Block, RichText } from './richText/richText'
import { isEmptyField } from './richText/sameText'
import { textOf } from './richText/walk'
import { blockInLanguage } from './ruledParts'
import { MOST_CHARACTERS, type PartRule, type SectionContent, withRules, withWords } from './section'

/** Where a text is divided in each language: the id of a heading. In a language that is absent it stays whole. */
export type DivisionPoints = ByLanguage<string>

/** Two sections that were one. */
export type Divided = { first: SectionContent; second: SectionContent }

/** Returns the headings at which a text can be divided: those at its top with words, and with something before them. */
export function divisionHeadings(body: RichText = []): Block[] {
  return body.filter((block, index) => {
    const isHeading = block.kind === 'heading' && block.id !== '' && !isEmptyField(textOf([block]))
    return isHeading && !isEmptyField(body.slice(0, index))
  })
}

/**
 * Returns where the other languages are divided if one is divided at a heading: at the heading that stands for it, if they have
 * one. A person can choose others.
 */
export function suggestedPoints({
  content: { body },
  language,
  heading,
}: {
  content: SectionContent
  language: Language
  heading: string
}): DivisionPoints {
  let points: DivisionPoints = {}
  for (const one of LANGUAGES) {
    const found = blockInLanguage({ body, ids: { [language]: heading }, language: one })
    const isThere = divisionHeadings(body[one]).some(({ id }) => id === found?.id)
    if (found && isThere) points = { ...points, [one]: found.id }
  }
  return points
}

/**
 * Divides a section: in each language the text from a heading on is that of a second section, and the heading its title. Title,
 * summary and guidance stay with the first; settings hold for both; a rule for a part goes with its part. A heading that is more
 * than a title can say stays in the text too. No word is lost.
 */
export function divideSection({
  content,
  at,
  key,
}: {
  content: SectionContent
  at: DivisionPoints
  /** That of the second section. */
  key: string
}): Outcome<Divided> {
  const divided = LANGUAGES.filter((language) => at[language] !== undefined)
  if (divided.length === 0) return refuse('refusal.divide-nowhere')
  const { audiences, stages, policy } = content
  let first = content
  let second: SectionContent = {
    ...{ key, audiences, stages, policy },
    ...{ title: {}, summary: {}, body: {}, addition: {}, guidance: {} },
  }
  /** The languages in which the title says all that a heading said. */
  const titled = new Set<Language>()
  for (const language of divided) {
    const { [language]: body = [] } = content.body
    const heading = divisionHeadings(body).find(({ id }) => id === at[language])
    if (!heading) return refuse('refusal.divide-heading-gone', { language })
    const index = body.indexOf(heading)
    const words = textOf([heading]).trim()
    const isTitle = isTitleAlone(heading) && words.length <= MOST_CHARACTERS.title
    if (isTitle) titled.add(language)
    first = withWords(first, 'body', language, body.slice(0, index))
    second = withWords(second, 'title', language, words.slice(0, MOST_CHARACTERS.title))
    second = withWords(second, 'body', language, body.slice(isTitle ? index + 1 : index))
  }
  const rules = content.rules ?? []
  return {
    ok: true,
    result: {
      first: withRules(first, inOneOrder(rules.flatMap((rule) => ruleIn(first, rule)))),
      second: withRules(
        second,
        inOneOrder(rules.flatMap((rule) => [...ruleOfTitle({ rule, at, titled }), ...ruleOfSecond(second, rule)])),
      ),
    },
  }
}

/** A title has no links and no notes. */
function isTitleAlone({ runs }: Block): boolean {
  return runs.every((run) => run.type === 'break' || (run.type === 'text' && run.link === undefined))
}

/** A rule where its block is still in the text of some language, with the ids that are there. */
function ruleIn({ body }: SectionContent, rule: PartRule): PartRule[] {
  if (rule.block === null) return [rule]
  let kept: ByLanguage<string> = {}
  for (const language of LANGUAGES) {
    const id = rule.block[language]
    if (id !== undefined && body[language]?.some((block) => block.id === id)) kept = { ...kept, [language]: id }
  }
  return Object.keys(kept).length === 0 ? [] : [{ ...rule, block: kept }]
}

/** A rule for the whole text holds for both sections, one for the title or the summary for the first. */
function ruleOfSecond(second: SectionContent, rule: PartRule): PartRule[] {
  return rule.block === null && rule.field !== 'body' ? [] : ruleIn(second, rule)
}

/** A rule for a heading that became the title is one for the title. */
function ruleOfTitle({
  rule,
  at,
  titled,
}: {
  rule: PartRule
  at: DivisionPoints
  titled: ReadonlySet<Language>
}): PartRule[] {
  const isOfTitle = LANGUAGES.some((one) => titled.has(one) && at[one] !== undefined && rule.block?.[one] === at[one])
  return isOfTitle ? [{ ...rule, field: 'title', block: null }] : []
}
