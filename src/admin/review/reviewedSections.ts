import type { SectionChange } from '@/domain/diff/change'
import { diffSection } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import type { SectionText } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import { isSameTreatment } from '../version/sectionRows'
import { type TextIn, textIn } from '../words/titles'
import { type PlacedSection, type SectionPair, type SectionState, sectionPairs } from './sectionPairs'

/** One section that a reviewer has to look at. */
export type ReviewedSection = {
  key: string
  /** Its number in what was sent; empty for a section that is no longer there. */
  number: string
  title: TextIn
  entry: ManifestEntry
  /** What it was before; null for a section that is new. */
  before: ManifestEntry | null
  state: SectionState
  /** The difference of the words in the language; null where both sides show no words (not used before and now). */
  change: SectionChange | null
  /** Is there anything to see in this language: other words, another mode, another reason, another place? */
  differs: boolean
}

/**
 * What changed between two versions in one language, in reading order, with what is no longer there at the end.
 * A section that is not used has no words for readers: taking one out shows its words as removed.
 */
export function reviewedSections({
  before,
  after,
  language,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  language: Language
}): ReviewedSection[] {
  return sectionPairs({ before, after, languages: [language] })
    .map((pair) => compare({ pair, language }))
    .filter(({ differs }) => differs)
}

function compare({
  pair: { key, number, was, is, section, state },
  language,
}: {
  pair: SectionPair
  language: Language
}): ReviewedSection {
  const words = { before: wordsOf(was, language), after: wordsOf(is, language) }
  const change = words.before || words.after ? diffSection(words) : null
  const isOther = was && is ? !isSameTreatment(was.entry, is.entry) || state === 'moved' : true
  return {
    key,
    number,
    title: textIn({ given: section.content.title, languages: [language], otherwise: section.entry.slug }),
    entry: section.entry,
    before: was?.entry ?? null,
    state,
    change,
    differs: isOther || (change !== null && change.status !== 'same'),
  }
}

function wordsOf(section: PlacedSection | null, language: Language): SectionText | null {
  if (!section || section.entry.mode === 'omit') return null
  return sectionText({ content: section.content, language })
}
