import { diffSection, type SectionChange } from '@/domain/diff/diff'
import { LANGUAGES, type Language } from '@/domain/language'
import type { ManifestEntry } from '@/domain/release'
import { isEmptyField } from '@/domain/richText/sameText'
import type { SectionContent } from '@/domain/section'
import { hasSameWords, sectionText, textsInPlace } from '@/domain/sectionText'
import { lacksLanguage } from './sectionText'

/** How a section of a national version differs from the common text that it is based on. */
export type Difference =
  /** Only the country has it. */
  | { is: 'national' }
  /** The country leaves it out. */
  | { is: 'omitted' }
  /** The common text, word for word or translated. */
  | { is: 'same' }
  /** The words of the common text: only spaces, parts without words or invisible hyphens differ. */
  | { is: 'same-words' }
  | { is: 'different'; change: SectionChange }
  /** The text of one side is missing in this language; lists the languages in which there is something to compare. */
  | { is: 'not-comparable'; lacks: 'common' | 'national'; languages: Language[] }

/** A difference as a list shows it: how many places there are, not which. */
export type DifferenceInShort = Exclude<Difference, { is: 'different' }> | { is: 'different'; places: number }

/**
 * The difference of one section from the common text, in one language. Throws if the country changed a common text and
 * `base` is missing.
 */
export function differenceOf({
  entry,
  content,
  base,
  language,
}: {
  entry: ManifestEntry
  content: SectionContent
  base: SectionContent | undefined
  language: Language
}): Difference {
  if (entry.mode === 'local') return { is: 'national' }
  if (entry.mode === 'omit') return { is: 'omitted' }
  if (entry.mode === 'inherit') return { is: 'same' }
  if (!base) throw new Error(`Section ${entry.key} is changed, and the common text of it is missing`)
  const after = sectionText({ content, language })
  const lacks = lacksLanguage({ base, content, language })
  if (lacks) {
    // A supplement keeps the common text, translated or not: only the addition differs.
    const isAdded = (one: Language) => entry.mode === 'supplement' && !isEmptyField(content.addition[one])
    const without = { ...content, addition: {}, additionPlace: undefined }
    if (isAdded(language)) return changed(diffSection(textsInPlace({ before: without, after: content, language })))
    const isComparable = (one: Language) =>
      isAdded(one) || (!isEmptyField(content.title[one]) && !lacksLanguage({ base, content, language: one }))
    return { is: 'not-comparable', lacks, languages: LANGUAGES.filter(isComparable) }
  }
  const before = sectionText({ content: base, language })
  // A translation of a summary that the common framework has in another language is not a change of it.
  const isTranslated = entry.provenance.summary?.[language] === 'translation'
  const compared = isTranslated ? { ...before, summary: after.summary } : before
  const placed = textsInPlace({ before: base, after: content, language })
  const change = diffSection({ before: { ...compared, body: placed.before?.body ?? [] }, after: placed.after })
  return hasSameWords(compared, after, [change]) ? { is: 'same-words' } : changed(change)
}

function changed(change: SectionChange): Difference {
  return change.status === 'same' ? { is: 'same' } : { is: 'different', change }
}
