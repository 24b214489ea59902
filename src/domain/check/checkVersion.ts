import { grouped } from '../grouped'
import type { ByLanguage, Language } from '../language'
import { inReadingOrder, type PlacedSection } from '../release'
import { isWritten } from '../richText/sameText'
import { TEXT_FIELDS } from '../section'
import { type KnownSite, wrongAddresses } from './addresses'
import { isCutOff, type LinkAnswers, pagesOfOtherSites, unansweredLinks } from './answers'
import { type CheckedText, checkedText } from './checkedText'
import { emptyBlocks } from './emptyBlocks'
import { type Finding, GRADES, type Grade, gradeOf } from './finding'
import { wrongHeadings } from './headings'
import { undescribedPictures } from './pictures'
import { longSentences, minutesFor, wordsOf } from './sentences'

/** What the checks found in one section, in one language. */
export type CheckedSection = {
  key: string
  number: string
  title: ByLanguage<string>
  findings: (Finding & {
    /** It stands in words of the common framework, which the country does not write. */
    isCommon: boolean
  })[]
}

/** What the checks found in a whole version, in one language. */
export type CheckedVersion = {
  language: Language
  /** In reading order, those without a finding too. */
  sections: CheckedSection[]
  words: number
  minutes: number
  /** How many sections have words only in other languages. */
  untranslated: number
  /** The pages of other sites to which it leads, each once. */
  pages: string[]
}

/** Checks every section of a version that readers get, in one language. Sections that are not used are not checked. */
export function checkVersion({
  sections,
  language,
  site,
  answers,
}: {
  sections: readonly PlacedSection[]
  language: Language
  site: KnownSite
  answers: LinkAnswers
}): CheckedVersion {
  const read = sections.filter(({ entry }) => entry.mode !== 'omit')
  const contents = new Map(read.map((section) => [section.entry.key, section]))
  const below = grouped(read, ({ entry }) => entry.parent)
  // Sections that are not used have numbers too.
  const checked = inReadingOrder(sections.map(({ entry }) => entry)).flatMap(({ entry: { key }, number }) => {
    const section = contents.get(key)
    return section ? [{ section, number, text: checkedText(section.content, language) }] : []
  })
  const pages = pagesOfOtherSites({ texts: checked.map(({ text }) => text), origin: site.origin })
  const believed = isCutOff({ pages, answers }) ? NO_ANSWERS : answers
  const words = checked.reduce((sum, { text }) => sum + wordsOf(text), 0)
  return {
    language,
    sections: checked.map(({ section, number, text }) => ({
      key: section.entry.key,
      number,
      title: section.content.title,
      findings: findingsIn({
        text,
        site,
        answers: believed,
        isHeadOfOthers: below.has(section.entry.key),
        section,
      }).map((finding) => ({ ...finding, isCommon: isCommonWords(section, finding, language) })),
    })),
    words,
    minutes: minutesFor(words),
    untranslated: read.filter((section) => lacksWords(section, language)).length,
    pages,
  }
}

/** How many findings of each grade there are. */
export function countGrades(findings: readonly Pick<Finding, 'is'>[]): Record<Grade, number> {
  const counted = grouped(findings, gradeOf)
  const [mend, look, advice] = GRADES.map((grade) => counted.get(grade)?.length ?? 0)
  return { mend: mend ?? 0, look: look ?? 0, advice: advice ?? 0 }
}

const NO_ANSWERS: LinkAnswers = new Map()

/** A section that takes longer is worth dividing. */
const LONG = 10

function findingsIn({
  text,
  site,
  answers,
  section,
  isHeadOfOthers,
}: {
  text: CheckedText
  site: KnownSite
  answers: LinkAnswers
  section: PlacedSection
  isHeadOfOthers: boolean
}): Finding[] {
  const whole = { field: 'body', line: '' } as const
  const isEmpty =
    !isHeadOfOthers && wordsOf(text) === 0 && text.blocks.length === 0 && !lacksWords(section, text.language)
  const minutes = minutesFor(wordsOf(text))
  return [
    ...(isEmpty ? [{ is: 'section-empty' as const, at: whole }] : []),
    ...undescribedPictures(text),
    ...wrongHeadings(text),
    ...emptyBlocks(text),
    ...wrongAddresses(text, site),
    ...unansweredLinks({ text, origin: site.origin, answers }),
    ...(minutes > LONG ? [{ is: 'section-long' as const, minutes, at: whole }] : []),
    ...longSentences(text),
  ]
}

function isCommonWords({ entry }: PlacedSection, { at: { field } }: Finding, language: Language): boolean {
  return field !== 'addition' && entry.provenance[field]?.[language] === 'common'
}

/** Do readers of this language get words of another one? */
function lacksWords({ content, entry }: PlacedSection, language: Language): boolean {
  return TEXT_FIELDS.some((field) => {
    const origin = entry.provenance[field]?.[language]
    return origin ? origin === 'missing' : content[field][language] === undefined && isWritten(content[field])
  })
}
