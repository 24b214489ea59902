import { isSameJson } from '@/domain/canonicalJson'
import type { SectionChange } from '@/domain/diff/change'
import { diffSection } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import { inReadingOrder, type ManifestEntry } from '@/domain/release'
import type { SectionContent, SectionText } from '@/domain/section'
import { sectionText } from '@/domain/sectionText'
import { type TextIn, textIn } from '../words/titles'

/** A section with its place and its content, on one of the two sides that are compared. */
export type PlacedSection = { entry: ManifestEntry; content: SectionContent }

/** One section that a reviewer has to look at. */
export type ReviewedSection = {
  key: string
  /** Its number in what was sent; empty for a section that is no longer there. */
  number: string
  title: TextIn
  entry: ManifestEntry
  /** What it was before; null for a section that is new. */
  before: ManifestEntry | null
  /** The difference of the words in the language; null where both sides show no words (not used before and now). */
  change: SectionChange | null
  /** Is there anything to see in this language: other words, another mode, another reason? */
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
  const earlier = new Map(before.map((section) => [section.entry.key, section]))
  const now = new Map(after.map((section) => [section.entry.key, section]))
  const present = inReadingOrder(after.map(({ entry }) => entry)).flatMap(({ entry, number }): ReviewedSection[] => {
    const is = now.get(entry.key)
    return is ? [compare({ was: earlier.get(entry.key), is, number, language })] : []
  })
  const gone = before.filter(({ entry }) => !now.has(entry.key))
  return [...present, ...gone.map((was) => compare({ was, is: undefined, number: '', language }))].filter(
    ({ differs }) => differs,
  )
}

function compare({
  was,
  is,
  number,
  language,
}: {
  was: PlacedSection | undefined
  is: PlacedSection | undefined
  number: string
  language: Language
}): ReviewedSection {
  const either = is ?? was
  if (!either) throw new Error('compare: a section that is on neither side')
  const words = { before: wordsOf(was, language), after: wordsOf(is, language) }
  const change = words.before || words.after ? diffSection(words) : null
  const differs =
    (change !== null && change.status !== 'same') ||
    was?.entry.mode !== is?.entry.mode ||
    !isSameReason(was?.entry, is?.entry)
  return {
    key: either.entry.key,
    number,
    title: textIn({ given: either.content.title, languages: [language], otherwise: either.entry.slug }),
    entry: either.entry,
    before: was?.entry ?? null,
    change,
    differs,
  }
}

function wordsOf(section: PlacedSection | undefined, language: Language): SectionText | null {
  if (!section || section.entry.mode === 'omit') return null
  return sectionText({ content: section.content, language })
}

function isSameReason(a: ManifestEntry | undefined, b: ManifestEntry | undefined): boolean {
  return (
    a?.reason === b?.reason &&
    (a?.sources ?? '') === (b?.sources ?? '') &&
    isSameJson(a?.explanation ?? {}, b?.explanation ?? {})
  )
}
