import { type ComparedSection, comparedSections } from '@/domain/comparedSections'
import type { Language } from '@/domain/language'
import type { ReviewState } from './reviewState'

/** What a review shows: for each language the sections that changed, and the language that is shown first. */
export type ReviewedLanguages = {
  byLanguage: { language: Language; sections: ComparedSection[] }[]
  chosen: Language
}

export function reviewedLanguages({
  review,
  languages,
  asked,
  reader,
}: {
  review: ReviewState
  languages: readonly Language[]
  /** The language that the reviewer chose; null if they chose none. */
  asked: Language | null
  reader: Language
}): ReviewedLanguages {
  const byLanguage = languages.map((language) => ({
    language,
    sections: comparedSections({
      before: review.before,
      after: review.sent,
      language,
      source: review.source,
      languagesBefore: review.against.languages,
    }),
  }))
  return { byLanguage, chosen: asked ?? openingLanguage({ byLanguage, reader }) }
}

/**
 * The reviewer's own, or the first of the version; another one if nothing changed in that: nobody should approve what
 * they did not see.
 */
function openingLanguage({
  byLanguage,
  reader,
}: Pick<ReviewedLanguages, 'byLanguage'> & { reader: Language }): Language {
  const own = byLanguage.find(({ language }) => language === reader)
  const inOrder = own ? [own, ...byLanguage] : byLanguage
  return (inOrder.find(({ sections }) => sections.length > 0) ?? inOrder[0])?.language ?? reader
}
