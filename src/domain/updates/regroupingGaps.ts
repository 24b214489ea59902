import type { Sides } from '../alignment/sides'
import type { Language } from '../language'
import type { VariantSection } from '../resolve'
import { block, type RichText, text } from '../richText/richText'
import { isEmptyField, isSameField } from '../richText/sameText'
import { emptyContent, type SectionContent } from '../section'
import { bodyWithAddition, languageRead } from './joinedOwn'
import { hasWords, lineFinder, linesOf } from './lines'
import type { Regrouped } from './regrouped'
import type { Regrouping } from './regroupings'
import { additionRead, isNational, isReadElsewhere, readAfter, shownIn, type UpdateSides } from './sides'

/**
 * The text that readers of one language get of a section before and after; only an addition where they get it in another
 * language. `names` are its title and its summary after.
 */
type InLanguage = { before: readonly string[]; after: readonly string[]; names: readonly string[] }

/** A section in a language, and in that of the common framework. */
export type RegroupedText = {
  key: string
  inLanguage: InLanguage
  inSource: InLanguage
  /** Absent for the common text alone. */
  ofCountry?: OfCountry
}

/** What a country has of a section. */
type OfCountry = {
  /** Do readers of the language get its text in that of the common framework? */
  isElsewhere: Sides<boolean>
  /** Do they get a translation afterwards? */
  isTranslated: boolean
  /** The lines that they got of such a text, with an addition. */
  read: readonly string[]
  /** The lines of an addition that they got, in whatever language. */
  addition: readonly string[]
  /** The lines of its former common text in their language: what of them comes back is not new. */
  common: readonly string[]
  /** The lines of its own that the country has afterwards in the language of the common framework. */
  own: readonly string[]
}

/**
 * What is amiss for readers of one language, in which sections were not divided or joined as in the language of the common
 * framework: keys of sections. missing: not all of what they said is in one of the sections · twice: new ones, of which
 * the text stands in the divided section too, or ones that stay, of which it stands in the joined one too · untranslated: new
 * ones that readers get in the language of the common framework, while the divided section has all of its text in theirs, or
 * joined ones of which the text stands in that language in the text in theirs.
 */
export type RegroupingGaps = Record<'missing' | 'twice' | 'untranslated', string[]>

/**
 * Returns what is amiss in one language. Lines are compared by their words, so that an edited line is still the same one. What
 * the common framework took out on purpose in this language counts as missing too: nobody can tell the two apart.
 */
export function regroupingGaps({
  became,
  ...given
}: {
  became: Regrouping['became']
  head: RegroupedText
  others: readonly RegroupedText[]
}): RegroupingGaps {
  return became === 'joined' ? joinedGaps(given) : dividedGaps(given)
}

type Together = { head: RegroupedText; others: readonly RegroupedText[] }

function joinedGaps({ head, others }: Together): RegroupingGaps {
  const sections = [head, ...others]
  const { isIn, losesOwn, mostIsIn, isSaid } = comparing(sections)
  const { after } = head.inLanguage
  const cameOf = ({ inSource }: RegroupedText) => inSource.before.filter((line) => isIn(line, head.inSource.after))
  const ownAfter = head.ofCountry?.own ?? []
  // What readers had in the language of the common framework nobody can compare, only count: each of its lines, and each new one,
  // should be a line that they got in neither language, if it is not there as it was.
  const isHad = (line: string) =>
    sections.some((one) => !isElsewhere(one, 'before') && isIn(line, one.inSource.before)) || isIn(line, after)
  const wanted = head.inSource.after.filter((line) => !ownAfter.includes(line) && !isHad(line))
  const linesHad = ({ inLanguage, ofCountry }: RegroupedText) => [
    inLanguage.before,
    ofCountry?.read ?? [],
    ofCountry?.addition ?? [],
    ofCountry?.common ?? [],
  ]
  const isNew = (line: string) => !sections.some((one) => linesHad(one).some((lines) => isIn(line, lines)))
  const isShort = !isElsewhere(head, 'after') && after.filter(isNew).length < wanted.length
  const isMissing = (one: RegroupedText) => {
    const { before: said, after: stays } = one.inLanguage
    const isKept = one !== head && (stays.length > 0 || one.inSource.after.length > 0)
    if (isKept) return false
    if (losesOwn(one) || (isShort && isElsewhere(one, 'before') && cameOf(one).length > 0)) return true
    return one !== head && !said.every(isSaid)
  }
  // A translation says itself which of its parts are behind.
  const isInSource = ({ ofCountry }: RegroupedText) => {
    const came = ofCountry?.read.filter((line) => isIn(line, head.inSource.after)) ?? []
    return !head.ofCountry?.isTranslated && mostIsIn(came, after)
  }
  const [missing, untranslated] = [sections.filter(isMissing), sections.filter(isInSource)]
  return { missing: keysOf(missing), twice: [], untranslated: keysOf(untranslated) }
}

function dividedGaps({ head, others }: Together): RegroupingGaps {
  const { isIn, losesOwn, mostIsIn, isSaid } = comparing([head, ...others])
  const { before, after } = head.inLanguage
  const { before: was, after: is } = head.inSource
  const gone = before.filter((line) => !isIn(line, after))
  const hasText = !isElsewhere(head, 'after') && after.length > 0
  // Beside a text in the other language there was only an addition.
  const isAdditionAlone = hasText && isElsewhere(head, 'before') && after.every((line) => before.includes(line))
  const isMissing = isAdditionAlone || losesOwn(head) || !gone.every(isSaid)
  const twice = others.filter(
    ({ inLanguage, inSource }) => mostIsIn(inLanguage.after, after) && !mostIsIn(inSource.after, is),
  )
  // What is in no new section in the language can have been of any that has none.
  const left = gone.filter((line) => !others.some(({ inLanguage }) => isIn(line, inLanguage.after)))
  const hasTextOf = ({ inSource }: RegroupedText) => {
    // Of a first text in the language nobody can say what it is of, only how much: it has more than this section alone.
    if (isElsewhere(head, 'before')) return after.length > is.length
    const moved = was.filter((line) => !isIn(line, is) && isIn(line, inSource.after))
    return left.length < Math.max(1, moved.length) / 2
  }
  const untranslated = others.filter(
    (one) => hasText && isElsewhere(one, 'after') && one.inSource.after.length > 0 && hasTextOf(one),
  )
  return { missing: isMissing ? [head.key] : [], twice: keysOf(twice), untranslated: keysOf(untranslated) }
}

function keysOf(sections: readonly RegroupedText[]): string[] {
  return sections.map(({ key }) => key)
}

/** Do readers get a section in the other language? The common text alone is read there where it has no lines. */
function isElsewhere({ ofCountry, inLanguage }: RegroupedText, side: keyof Sides<unknown>): boolean {
  return ofCountry?.isElsewhere[side] ?? inLanguage[side].length === 0
}

/** Compares the lines of these sections; reads each text once. */
function comparing(sections: readonly RegroupedText[]) {
  const isIn = lineFinder()
  const all = sections.map(({ inLanguage: { after, names } }) => (after.length > 0 ? [...names, ...after] : []))
  return {
    isIn,
    /** Is a line in any of the sections afterwards? */
    isSaid: (line: string) => all.some((text) => isIn(line, text)),
    /** Are more than half of these lines in a text? */
    mostIsIn: (lines: readonly string[], text: readonly string[]) =>
      lines.length > 0 && lines.filter((line) => isIn(line, text)).length > lines.length / 2,
    /** Are words of the country's own that readers got in the other language in a section of which they get the text in theirs? */
    losesOwn: ({ ofCountry }: RegroupedText) =>
      sections.some((one) => {
        const isLost = (line: string) => isIn(line, ofCountry?.read ?? []) && !one.inLanguage.after.includes(line)
        return !isElsewhere(one, 'after') && one.ofCountry?.own.some(isLost)
      }),
  }
}

/** Returns what a section has in a language: its text before, and the section after, null if readers do not get it. */
export function linesRead(
  { before, after }: { before: RichText | undefined; after: SectionContent | null },
  language: Language,
): InLanguage {
  return { before: linesOf(before), after: linesOf(after?.body[language]), names: namesIn(after, language) }
}

function namesIn(section: SectionContent | null, language: Language): string[] {
  return [section?.title[language] ?? '', section?.summary[language] ?? ''].filter(hasWords)
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
  // What the country left out, readers cannot miss, unless they would get it in the other language.
  const areAllInLanguage = others.every(({ newest }) => !newest || !isEmptyField(newest.content.body[language]))
  const isIn = lineFinder()
  const readOf = (common: RichText | undefined, one: UpdateSides) => {
    const lines = linesOf(common)
    if (!areAllInLanguage || isReadElsewhere(one, { field: 'body', language })) return lines
    const read = linesOf(bodyIn(one, language))
    return lines.filter((line) => isIn(line, read))
  }
  const textOfOne = (one: UpdateSides): Required<RegroupedText> => {
    const { base, own } = one
    const after = readAfter(one, decided)
    const was = base?.content ?? emptyContent(own.key)
    // Words of its own that a country does not keep are no gap: the choice says it.
    const isOwn = !isCommon || isEmptyField(was.body[language])
    const before = isOwn ? linesOf(bodyIn(one, language)) : readOf(was.body[language], one)
    const next = { ...one, base: one.newest, own: decided.find(({ key }) => key === own.key) ?? own }
    const textAfter = (read: (of: UpdateSides) => RichText | undefined) => linesOf(after ? read(next) : undefined)
    const ours = isJoinedInSource ? bodyWithAddition(one, sourceLanguage) : []
    // Where the country has emptied it, readers can have had the text of a third language.
    const inSourceBefore = isEmptyField(ours) ? was.body[sourceLanguage] : ours
    const inSource = {
      before: linesOf(inSourceBefore),
      after: textAfter((of) => bodyWithAddition(of, sourceLanguage)),
      names: namesIn(after, sourceLanguage),
    }
    const isElsewhere = (of: UpdateSides) => isReadElsewhere(of, { field: 'body', language })
    const wasElsewhere = isOwn && isElsewhere(one)
    const commonAfter = linesOf(one.newest?.content.body[sourceLanguage])
    return {
      key: own.key,
      inLanguage: {
        before: [...(one === head ? [] : linesOf(summaryOf(one, language))), ...before],
        after: textAfter((of) => bodyIn(of, language)),
        names: namesIn(after, language),
      },
      inSource,
      ofCountry: {
        isElsewhere: { before: wasElsewhere, after: after !== null && isElsewhere(next) },
        isTranslated: next.own.translated.includes(language),
        read: wasElsewhere ? linesOf(bodyWithAddition(one, language)) : [],
        addition: linesOf(additionRead(one, language)?.value),
        common: linesOf(was.body[language]),
        own: inSource.after.filter((line) => !commonAfter.includes(line)),
      },
    }
  }
  const [first, rest] = [textOfOne(head), others.map(textOfOne)]
  const gaps = regroupingGaps({ became, head: first, others: rest })
  const { before, after } = first.ofCountry.isElsewhere
  if (head.languages.includes(sourceLanguage) || !before || !after) return gaps
  // The country keeps nothing in a language that it does not have: readers get the newest text of each section that it uses.
  const used = rest.filter(({ inSource }) => inSource.after.length > 0)
  if (became === 'joined') return { ...gaps, twice: used.map(({ key }) => key) }
  return used.length < rest.length ? { ...gaps, missing: [first.key] } : gaps
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
