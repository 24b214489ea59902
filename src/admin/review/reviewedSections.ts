import {
  type Became,
  type PlacedSection,
  readsTheSame,
  type SectionBecame,
  standingIn,
  whatBecame,
} from '@/domain/became'
import type { SectionChange } from '@/domain/diff/change'
import { diffSection } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import type { SectionText } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import { type TextIn, textIn } from '../words/titles'

/** One section that a reviewer has to look at. */
export type ReviewedSection = {
  key: string
  /** Its number in what was sent; empty for a section that is no longer there. */
  number: string
  title: TextIn
  entry: ManifestEntry
  /** What it was before; null for a section that is new. */
  before: ManifestEntry | null
  became: Became
  /** The difference of the words; null where both sides show no words (not used before and now). */
  change: SectionChange | null
  /** Of the words that differ: another than the one asked for where they stand in for words that it lacks. */
  language: Language
}

/**
 * What changed between two versions for those who read one language, in reading order, with what is no longer there at the end.
 * A section that is not used has no words for readers: taking one out shows its words as removed.
 */
export function reviewedSections({
  before,
  after,
  language,
  source,
}: {
  before: readonly PlacedSection[]
  after: readonly PlacedSection[]
  language: Language
  /** Whose words stand in for missing ones before all others. */
  source: Language
}): ReviewedSection[] {
  const isSame = (was: PlacedSection, is: PlacedSection) => readsTheSame({ was, is, languages: [language], source })
  return whatBecame({ before, after, isSame }).flatMap((pair): ReviewedSection[] =>
    pair.became === 'same' ? [] : [reviewed({ pair, language, source })],
  )
}

function reviewed({
  pair,
  language,
  source,
}: {
  pair: SectionBecame<PlacedSection>
  language: Language
  source: Language
}): ReviewedSection {
  const { key, number, was, section, became } = pair
  const own = changeIn(pair, language)
  const isOther = (change: SectionChange | null) => change !== null && change.status !== 'same'
  const others = isOther(own) || became === 'moved' ? [] : standingIn({ section, language, source })
  const shown = others.find((other) => isOther(changeIn(pair, other))) ?? language
  return {
    key,
    number,
    title: textIn({ given: section.content.title, languages: [language], otherwise: section.entry.slug }),
    entry: section.entry,
    before: was?.entry ?? null,
    became,
    change: shown === language ? own : changeIn(pair, shown),
    language: shown,
  }
}

function changeIn({ was, is }: SectionBecame<PlacedSection>, language: Language): SectionChange | null {
  const words = { before: wordsOf(was, language), after: wordsOf(is, language) }
  return words.before || words.after ? diffSection(words) : null
}

function wordsOf(section: PlacedSection | null, language: Language): SectionText | null {
  if (!section || section.entry.mode === 'omit') return null
  return sectionText({ content: section.content, language })
}
