import type { ByLanguage, Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { isEmptyField, isWritten } from '@/domain/richText/sameText'
import type { SectionContent, TextField } from '@/domain/section'

/**
 * The side that lacks the language in which both are to be compared; null if neither does. The common framework lacks
 * it if it has a title or a text only in other languages: everything the country has would be shown as new. A country
 * lacks it if its addition is in another language: it would not be shown at all. A summary does not matter: it is new,
 * or another language replaces it.
 */
export function lacksLanguage({
  base,
  content,
  language,
}: {
  base: SectionContent
  content: SectionContent
  language: Language
}): 'common' | 'national' | null {
  const lacks = (side: SectionContent, field: TextField) => isWrittenElsewhere(side[field], language)
  if (lacks(base, 'title') || lacks(base, 'body')) return 'common'
  return isWrittenElsewhere(content.addition, language) ? 'national' : null
}

/** Written, but not in this language. */
export function isWrittenElsewhere(texts: ByLanguage<string> | ByLanguage<RichText>, language: Language): boolean {
  return isEmptyField(texts[language]) && isWritten(texts)
}
