import { textWithAddition } from '../additionPlace'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import { inOneOrder } from '../partRules'
import { inReadingOrder } from '../release'
import type { VariantSection } from '../resolve'
import type { RichText } from '../richText/richText'
import { isEmptyField } from '../richText/sameText'
import { blocksToRule } from '../ruledParts'
import { type PartRule, type SectionContent, TEXT_FIELDS, withRules, withWords } from '../section'
import { titleId } from '../sectionOpening'
import { joinedFrom, joinedOwn, withTranslationsOf } from './joinedOwn'
import { joinedBody, partOf, withHeading } from './joinedText'
import type { Regrouping } from './regroupings'
import { isNational, isReadElsewhere, readAfter, type UpdateSides } from './sides'

/** Sections that are decided together. */
export type Regrouped = {
  became: Regrouping['became']
  /** The section that was divided, or that the others were joined to. */
  head: UpdateSides
  /** In the order of the text. */
  others: UpdateSides[]
  /** All of them as one section: a line and a heading begin the text of each of the others. */
  sides: UpdateSides
}

/** Returns the sections of a regrouping with the text of all of them as one. */
export function regrouped({
  became,
  head,
  others,
  source,
}: {
  became: Regrouping['became']
  head: UpdateSides
  others: readonly UpdateSides[]
  /** The joined text in the language of the common framework, as it is decided; if absent, the merged one. */
  source?: RichText
}): Regrouped {
  if (!head.base || !head.newest) throw new Error('Only a section that both releases have is divided or joined')
  const ordered = inOrder({ became, head, others })
  const whole = (side: 'base' | 'newest'): UpdateSides['base'] => {
    const section = head[side]
    if (!section) return null
    const parts = ordered.flatMap((one) => one[side] ?? [])
    const body: ByLanguage<RichText> = {}
    for (const language of LANGUAGES) {
      const joined = joinedBody(
        section.content.body[language],
        parts.map(({ content }) =>
          became === 'split'
            ? // The summary of a new section is its own: nothing of it was in the text that was divided.
              { ...partOf(content, language), summary: '' }
            : withHeading(partOf(content, language), content.title[head.sourceLanguage]),
        ),
      )
      if (joined) body[language] = joined
    }
    const rules = rulesOfAll({ first: section.content, others: parts.map(({ content }) => content) })
    // It is no section of a release, so it has no hash of its own.
    return { entry: { ...section.entry, blob: '' }, content: withRules({ ...section.content, body }, rules) }
  }
  const all = { ...head, base: whole('base'), newest: whole('newest') }
  const own = became === 'split' ? head.own : joinedOwn({ head, others: ordered, whole: all, source })
  const sides = { ...all, own }
  return { became, head, others: ordered, sides }
}

/** In reading order. */
function inOrder({ became, head, others }: Pick<Regrouped, 'became' | 'head'> & { others: readonly UpdateSides[] }) {
  const entryOf = (one: UpdateSides) => (became === 'split' ? one.newest : one.base)?.entry
  const entries = [head, ...others].flatMap((one) => entryOf(one) ?? [])
  const places = new Map(inReadingOrder(entries).map(({ entry }, index) => [entry.key, index]))
  const placeOf = ({ own }: UpdateSides) => places.get(own.key) ?? entries.length
  return others.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/**
 * The fixed parts of several sections as parts of their joined text. A rule about the whole text of one of them is about
 * each of its blocks, and one about the title of another section than the first is about its heading.
 */
function rulesOfAll({ first, others }: { first: SectionContent; others: readonly SectionContent[] }): PartRule[] {
  const blockRule = (language: Language, id: string): PartRule => ({
    ...{ field: 'body', block: { [language]: id }, demand: 'fixed', guidance: {} },
  })
  const rules = [first, ...others].flatMap((content) => {
    const fixed = (content.rules ?? []).filter(({ demand }) => demand === 'fixed')
    return fixed.flatMap((rule): PartRule[] => {
      if (rule.block !== null || (content === first && rule.field !== 'body')) return [rule]
      return LANGUAGES.flatMap((language) => {
        const body = content.body[language] ?? []
        if (rule.field === 'body') return blocksToRule(body).map(({ id }) => blockRule(language, id))
        const hasHeading = rule.field === 'title' && !isEmptyField(content.title[language])
        return hasHeading ? [blockRule(language, titleId(content.key))] : []
      })
    })
  })
  return inOneOrder(rules)
}

/**
 * Returns the languages in which a combination has none of the words of the country's own that readers got there in the language of
 * the common framework, because the common framework has joined text there now.
 */
export function languagesWithoutOurs({ became, head, others }: Regrouped): Language[] {
  if (became !== 'joined') return []
  const all = [head, ...others]
  return head.languages.filter((language) => {
    const isOurs = (one: UpdateSides) => {
      const fields = one === head ? (['body'] as const) : TEXT_FIELDS
      return fields.some(
        (field) => isReadElsewhere(one, { field, language }) && isNational(one, field, one.sourceLanguage),
      )
    }
    const hasCommon = !isEmptyField(head.newest?.content.body[language])
    return hasCommon && ['common', 'additions'].includes(joinedFrom(all, language)) && all.some(isOurs)
  })
}

/**
 * Returns the section that others are joined to, with their translations in its own: without them, nobody could read there
 * any more what the country translated. A country that accepts keeps no words of its own besides.
 */
export function headWithTranslations(
  { became, head, others, sides }: Regrouped,
  choice: 'accept' | 'combine',
): UpdateSides {
  if (became !== 'joined') return head
  // Who accepts gets the common text where there is one now.
  const isWithoutCommon = (language: Language) => isEmptyField(head.newest?.content.body[language])
  if (choice === 'accept') return { ...head, own: withTranslationsOf(others, head, isWithoutCommon) }
  const joined = withTranslationsOf(others, head)
  // As the person sees it: what has words of the country is no translation any more.
  const { body, translated } = sides.own
  const changed = head.languages.filter(
    (language) => translated.includes(language) && joined.body[language] !== head.own.body[language],
  )
  const own = changed.reduce((next, language) => withWords(next, 'body', language, body[language]), head.own)
  return { ...head, own: { ...own, translated } }
}

/**
 * Returns the text that readers would get of all sections as one, in the form of `Regrouped.sides`. `decided` is what the
 * country would have stored for each. Null if no section would be in the version.
 */
export function readAsOne({ head, others }: Regrouped, decided: readonly VariantSection[]): SectionContent | null {
  const [first, ...rest] = [head, ...others].flatMap((one) => readAfter(one, decided) ?? [])
  if (!first) return null
  const body: ByLanguage<RichText> = {}
  for (const language of LANGUAGES) {
    const parts = rest.map((content) => ({ ...partOf(content, language), body: textWithAddition(content, language) }))
    const joined = joinedBody(textWithAddition(first, language), parts)
    if (joined && joined.length > 0) body[language] = joined
  }
  const { additionPlace: _, ...whole } = first
  return { ...whole, body, addition: {} }
}

/**
 * Returns the common text of joined sections as the country's joined text has it: in the language of the common framework where that
 * text does. Undefined if no section has any.
 */
export function commonAsOne({ head, others, sides }: Regrouped, language: Language): RichText | undefined {
  const ours = new Set(sides.own.body[language]?.map(({ id }) => id))
  const [first, ...rest] = [head, ...others].flatMap((one) => {
    if (!one.base) return []
    const { content } = one.base
    const isThere = content.body[one.sourceLanguage]?.some(({ id }) => ours.has(id))
    const isInSource = isThere && isReadElsewhere(one, { field: 'body', language })
    return withHeading(partOf(content, isInSource ? one.sourceLanguage : language), content.title[one.sourceLanguage])
  })
  return joinedBody(first?.body, rest)
}
