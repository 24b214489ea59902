import { textWithAddition, withAdditionInPlace } from '../additionPlace'
import { type ByLanguage, LANGUAGES, type Language } from '../language'
import { resolveSection } from '../merge/merge'
import { inOneOrder } from '../partRules'
import { inReadingOrder } from '../release'
import { isAt, type VariantSection } from '../resolve'
import { block, type RichText, text } from '../richText/richText'
import { isEmptyField, isSameField } from '../richText/sameText'
import { blocksToRule } from '../ruledParts'
import {
  emptyContent,
  MOST_CHARACTERS,
  OWN_FIELDS,
  type PartRule,
  type Reasons,
  type SectionContent,
  TEXT_FIELDS,
  withRules,
  withWords,
} from '../section'
import { divided, openingId, type Piece, titleId } from './dividedText'
import { linesRead, type RegroupedText, type RegroupingGaps, regroupingGaps } from './regroupingGaps'
import type { Regrouping } from './regroupings'
import {
  additionRead,
  hasOwnSets,
  isNational,
  isReadElsewhere,
  mergeIn,
  readAfter,
  readNow,
  shownIn,
  shownReasonsOf,
  type UpdateSides,
} from './sides'

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

/** `isWithoutHeading`: it goes on where the text before it ends. */
type Part = { key: string; title: string; summary: string; body: RichText; isWithoutHeading?: boolean }

function partOf({ key, title, summary, body }: SectionContent, language: Language): Part {
  return { key, title: title[language] ?? '', summary: summary[language] ?? '', body: body[language] ?? [] }
}

/** Readers of a text without a title in its language get the title in that of the common framework. */
function withHeading(part: Part, title: string | undefined): Part {
  return isEmptyField(part.title) && !isEmptyField(part.body) ? { ...part, title: title ?? '' } : part
}

/** Undefined if no text of them has words in the language: a heading alone is none. */
function joinedBody(body: RichText | undefined, parts: readonly Part[]): RichText | undefined {
  if (isEmptyField(body) && parts.every((one) => isEmptyField(one.body))) return body
  const written = parts.filter((one) => !isEmptyField(one.body) || !isEmptyField(one.title))
  return [
    ...(body ?? []),
    ...written.flatMap(({ key, title, summary, body: of, isWithoutHeading = false }) => [
      ...(isWithoutHeading
        ? []
        : [
            block('rule', { id: openingId(key) }),
            block('heading', { id: titleId(key), attrs: { level: 2 }, runs: [text(title)] }),
          ]),
      ...(isEmptyField(summary) ? [] : [block('paragraph', { id: `section-${key}-summary`, runs: [text(summary)] })]),
      ...of,
    ]),
  ]
}

/**
 * What the country has of all sections, as if it were one. Where it has words of its own in the text, it adapts that
 * section, and additions are a part of the text. Where it only translated them, it has the translation of all. A
 * translation is a text of its own where the first of them is not translated, or where the common framework has a text
 * of any of them in the language. `whole` has the common text of all of them, and `source` is that of `regrouped`.
 */
function joinedOwn({
  head,
  others,
  whole,
  source,
}: Pick<Regrouped, 'head' | 'others'> & { whole: UpdateSides; source: RichText | undefined }): VariantSection {
  const { languages, own, sourceLanguage } = head
  const common = whole.base?.content.body ?? {}
  const all = [head, ...others]
  // In some of them the language is that of a translation, and in others it is not.
  const isMixed = (language: Language) =>
    all.some((one) => isTranslated(one, language) && shownIn(one, 'body', language) !== undefined) &&
    (!isTranslated(head, language) || !isEmptyField(common[language]))
  const isTranslation = own.mode !== 'adapt' && !others.some(hasOwnWords) && !languages.some(isMixed)
  if (isTranslation) return withTranslationsOf(others, head)
  let next: VariantSection = {
    ...own,
    ...joinedReasons(all),
    mode: 'adapt',
    // With words of its own among them, the whole is no translation: nobody may drop them unseen.
    translated: own.translated.filter(
      (language) =>
        !isMixed(language) &&
        !all.some(
          (one) =>
            differsIn(one, language) ||
            differsIn(one, languageRead(one, language)) ||
            additionRead(one, language) !== undefined,
        ),
    ),
    title: {},
    summary: {},
    body: {},
    addition: {},
    additionPlace: null,
  }
  let pieces: ReturnType<typeof divided> | null = null
  const inSourceFirst = languages.toSorted((a, b) => Number(b === sourceLanguage) - Number(a === sourceLanguage))
  for (const language of inSourceFirst) {
    // Own words that the mode does not use stay out: they would come into the text with the new mode.
    for (const field of TEXT_FIELDS) next = withWords(next, field, language, shownIn(head, field, language))
    const from = joinedFrom(all, language)
    if (from === 'elsewhere' && !isEmptyField(common[language])) {
      const place = { field: 'body' as const, language }
      const standIns = [...next.standIns.filter((one) => !isAt(place)(one)), place]
      next = withWords({ ...next, standIns }, 'body', language, [])
    }
    // Without a common text in the language beside them, additions would be all that its readers get.
    const isAlone = from === 'additions' && isEmptyField(whole.newest?.content.body[language])
    if (from === 'elsewhere' || from === 'common' || isAlone) continue
    const parts = all.map((one): Part => {
      // In a translation a part that nobody translated is behind, like one that changed (`withTranslationsOf`).
      const isAsBefore = languageRead(one, language) === language || next.translated.includes(language)
      if (isAsBefore) return partIn(one, language, bodyWithAddition(one, language))
      if (from === 'additions') return withoutHeading(one, additionRead(one, language)?.value)
      pieces ??= divided({
        body: source ?? mergedInSource({ ...whole, own: next }),
        common: common[sourceLanguage] ?? [],
        first: head.own.key,
        keys: others.map(({ own: { key } }) => key),
      })
      return partInSource(one, { language, piece: pieces.get(one.own.key) })
    })
    next = withWords(next, 'body', language, joinedBody(parts[0]?.body, parts.slice(1)))
  }
  return next
}

/**
 * What of the sections comes into their joined text of a language. elsewhere: nothing, because readers get all of them in
 * the language of the common framework, and go on to get them · common: nothing, because the country has nothing
 * there · additions: the additions that they get there in another language · own: the text that they get of each.
 */
function joinedFrom(all: readonly UpdateSides[], language: Language): 'elsewhere' | 'common' | 'additions' | 'own' {
  const isElsewhere = (one: UpdateSides) => languageRead(one, language) !== language
  const isNothing = (one: UpdateSides) =>
    [language, one.sourceLanguage].every((of) => isEmptyField(readNow(one, 'body', of)))
  const staysElsewhere = (one: UpdateSides) => (isElsewhere(one) || isNothing(one)) && !isAdditionBeside(one, language)
  // A title of the country's own would stand nowhere: only that of the first section stays one.
  const isTitled = (one: UpdateSides) => hasTitle(one, language) && isNational(one, 'title', language)
  if (all.some(isElsewhere) && all.every(staysElsewhere) && !all.slice(1).some(isTitled)) return 'elsewhere'
  if (all.some((one) => isShown(one, language))) return 'own'
  return all.some((one) => additionRead(one, language) !== undefined) ? 'additions' : 'common'
}

/** The merged text in the language of the common framework; the common one where the version does not have that language. */
function mergedInSource(sides: UpdateSides): RichText {
  const { languages, newest, sourceLanguage } = sides
  if (!languages.includes(sourceLanguage)) return newest?.content.body[sourceLanguage] ?? []
  return resolveSection({ section: mergeIn(sides, sourceLanguage), resolutions: {} }).body
}

/**
 * A section that readers of `language` get in that of the common framework: what the joined text has of it there (`piece`),
 * under a heading if that has one, or if readers get a title that the country wrote.
 */
function partInSource(one: UpdateSides, { language, piece }: { language: Language; piece: Piece | undefined }): Part {
  const { additionPlace: place } = one.own
  const of = one.sourceLanguage
  if (!piece) return partIn(one, language, bodyWithAddition(one, language))
  const [read, there] = [language, of].map((each) => additionRead(one, each)?.value ?? [])
  const inSource = new Set(one.languages.includes(of) ? there?.map(({ id }) => id) : [])
  const isSame = one.languages.includes(of) && isSameField(read, there)
  const left = piece.body.filter(({ id }) => !inSource.has(id))
  const body = isSame
    ? piece.body
    : withAdditionInPlace({ place, body: { [of]: left }, addition: read ?? [], language: of })
  const isOurTitle = isReadElsewhere(one, { field: 'title', language }) && isNational(one, 'title', of)
  const isWithHeading = piece.title !== null || hasTitle(one, language) || isOurTitle
  // The summary is a paragraph of the joined text, if that has it.
  return isWithHeading ? { ...partIn(one, language, body), summary: '' } : withoutHeading(one, body)
}

function withoutHeading({ own: { key } }: UpdateSides, body: RichText = []): Part {
  return { key, title: '', summary: '', body, isWithoutHeading: true }
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

/** Has the country anything there that is neither the common framework's nor a translation of it? */
export function differs(one: UpdateSides): boolean {
  return hasOwnWords(one) || hasOwnSets(one)
}

function hasOwnWords(one: UpdateSides): boolean {
  return one.languages.some((language) => differsIn(one, language))
}

/** Is there a translation that readers get? The mark stays where the common framework has a text since then. */
function isTranslated({ base, own }: UpdateSides, language: Language): boolean {
  return own.translated.includes(language) && isEmptyField(base?.content.body[language])
}

function differsIn(one: UpdateSides, language: Language): boolean {
  return OWN_FIELDS.some((field) => isNational(one, field, language))
}

function isShown(one: UpdateSides, language: Language): boolean {
  return OWN_FIELDS.some((field) => shownIn(one, field, language) !== undefined) || isAdditionBeside(one, language)
}

/** Is there an addition in a language that is in no other text of the section? */
function isAdditionBeside(one: UpdateSides, language: Language): boolean {
  const read = languageRead(one, language)
  // Where the text is that of another language of the version, the addition stands in that one.
  const isBeside = read === language || !one.languages.includes(read)
  return shownIn(one, 'addition', language) !== undefined || (isBeside && additionRead(one, language) !== undefined)
}

/** Does the country have a title of its own, or a translated one, that readers get? */
function hasTitle(one: UpdateSides, language: Language): boolean {
  return !isEmptyField(shownIn(one, 'title', language))
}

function partIn(one: UpdateSides, language: Language, body: RichText): Part {
  const line = (field: 'title' | 'summary', read: Language) => readNow(one, field, read) ?? ''
  const part = { title: line('title', language), summary: line('summary', languageRead(one, language)), body }
  return withHeading({ key: one.own.key, ...part }, line('title', one.sourceLanguage))
}

/** The language in which readers of `language` get the text of a section. */
function languageRead(one: UpdateSides, language: Language): Language {
  return isReadElsewhere(one, { field: 'body', language }) ? one.sourceLanguage : language
}

/**
 * The section with the translations of the others in its own, in each language of which it has one. A part that nobody
 * translated is there in the language of the common framework, as readers get it now. `isOnlyIn` narrows the languages.
 */
function withTranslationsOf(
  others: readonly UpdateSides[],
  head: UpdateSides,
  isOnlyIn: (language: Language) => boolean = () => true,
): VariantSection {
  const [first, ...rest] = [head, ...others].map(withoutOwnWords)
  const languages = head.languages.filter(
    (language) =>
      isTranslated(head, language) &&
      isOnlyIn(language) &&
      rest.some((one) => !isEmptyField(shownIn(one, 'body', language))),
  )
  return languages.reduce((next, language) => {
    const parts = rest.map((one) => partIn(one, language, bodyWithAddition(one, language)))
    return withWords(next, 'body', language, joinedBody(first && bodyWithAddition(first, language), parts))
  }, head.own)
}

/** The section with its translations, and otherwise with the common text. */
function withoutOwnWords(one: UpdateSides): UpdateSides {
  return { ...one, own: { ...one.own, mode: 'inherit', addition: {}, additionPlace: null } }
}

/**
 * Why the country differs in any of the sections, as readers get it: each explanation and each source once, in the order
 * of the text. One after the first is left out if it makes the whole longer than can be stored.
 */
function joinedReasons(sections: readonly UpdateSides[]): Pick<Reasons, 'reason' | 'explanation' | 'sources'> {
  const differing = sections
    // The reason of an addition says nothing about a text that differs.
    .filter(({ own: { mode } }) => mode === 'adapt')
    .map(shownReasonsOf)
  const explanation: ByLanguage<string> = {}
  for (const language of LANGUAGES) {
    const words = joinedOnce(
      differing.map((one) => one.explanation[language]),
      MOST_CHARACTERS.explanation,
    )
    if (words !== '') explanation[language] = words
  }
  const reason = differing.find((one) => one.reason !== null)?.reason ?? null
  const sources = joinedOnce(
    differing.map((one) => one.sources),
    MOST_CHARACTERS.sources,
  )
  return { reason, explanation, sources }
}

function joinedOnce(texts: readonly (string | undefined)[], most: number): string {
  let joined = ''
  for (const one of new Set(texts)) {
    if (one === undefined || isEmptyField(one)) continue
    if (joined === '') joined = one
    else if (joined.length + 1 + one.length <= most) joined = `${joined}\n${one}`
  }
  return joined
}

/** The text that readers get, with the country's addition in its place. */
function bodyWithAddition(sides: UpdateSides, language: Language): RichText {
  const read = languageRead(sides, language)
  const body: ByLanguage<RichText> = {}
  for (const one of new Set([...sides.languages, read])) body[one] = readNow(sides, 'body', one) ?? []
  const addition = additionRead(sides, language)?.value ?? []
  return withAdditionInPlace({ place: sides.own.additionPlace, body, addition, language: read })
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
 * Returns what is amiss after a decision for readers of a language other than that of the common framework. `decided` is
 * what the country would have stored for each section.
 */
export function gapsAfter(
  { became, head, others }: Regrouped,
  { decided, language }: { decided: readonly VariantSection[]; language: Language },
): RegroupingGaps {
  const { sourceLanguage } = head
  if (language === sourceLanguage) return { missing: [], twice: [], untranslated: [] }
  // What the country has in the language of the common framework is a part of the joined text there.
  const isJoinedInSource = became === 'joined' && head.languages.includes(sourceLanguage)
  const common = head.newest?.content.body[language]
  const isCommon = isSameField(readAfter(head, decided)?.body[language], common)
  const textOfOne = (one: UpdateSides): RegroupedText => {
    const { base, own } = one
    const after = readAfter(one, decided)
    const was = base?.content ?? emptyContent(own.key)
    // Words of its own that a country does not keep are no gap: the choice says it.
    const isOwn = !isCommon || isEmptyField(was.body[language])
    const before = isOwn ? bodyIn(one, language) : was.body[language]
    const textAfter = after?.body[language]
    const inSourceBefore = isJoinedInSource ? bodyWithAddition(one, sourceLanguage) : was.body[sourceLanguage]
    const inSource = linesRead({ before: inSourceBefore, after }, sourceLanguage)
    const commonOf = (side: UpdateSides['base']) =>
      linesRead({ before: side?.content.body[sourceLanguage], after: null }, sourceLanguage).before
    const ownOf = (lines: readonly string[], side: UpdateSides['base']) => {
      const common = commonOf(side)
      return lines.filter((line) => !common.includes(line))
    }
    return {
      key: own.key,
      inLanguage: linesRead(
        { before: [...(one === head ? [] : summaryOf(one, language)), ...(before ?? [])], after },
        language,
      ),
      inSource,
      ofCountry: {
        isReadElsewhere: isReadElsewhere(one, { field: 'body', language }),
        isTranslated: decided.some(({ key, translated }) => key === own.key && translated.includes(language)),
        isTakenOut:
          textAfter !== undefined && isEmptyField(textAfter) && !isEmptyField(one.newest?.content.body[language]),
        own: { before: ownOf(inSource.before, base), after: ownOf(inSource.after, one.newest) },
      },
    }
  }
  return regroupingGaps({ became, head: textOfOne(head), others: others.map(textOfOne) })
}

/** The country's translation of a summary; nothing for the common one and for words of its own. */
function summaryOf(one: UpdateSides, language: Language): RichText {
  const words = shownIn(one, 'summary', language)
  const isTranslated = !isEmptyField(words) && !isNational(one, 'summary', language)
  return isTranslated ? [block('paragraph', { id: `section-${one.own.key}-summary`, runs: [text(words ?? '')] })] : []
}

/** The text that readers get in their language, with the country's addition. */
function bodyIn(one: UpdateSides, language: Language): RichText | undefined {
  return languageRead(one, language) === language ? bodyWithAddition(one, language) : shownIn(one, 'addition', language)
}
