import type { ByLanguage, Language } from '@/domain/language'
import type { SectionContent, TextField } from '@/domain/section'

/**
 * Can the words of both be laid side by side in the language? Not where one side has a title or a text only in other
 * languages: all of the other side would show as new. Nor where the addition is in another language: it would not show at all.
 */
export function areComparableIn({
  base,
  content,
  language,
}: {
  base: SectionContent
  content: SectionContent
  language: Language
}): boolean {
  const lacks = (side: SectionContent, field: TextField) => isWrittenElsewhere(side[field], language)
  if ((['title', 'body'] as const).some((field) => lacks(base, field) || lacks(content, field))) return false
  if (isWrittenElsewhere(content.addition, language)) return false
  return lacks(base, 'summary') === lacks(content, 'summary')
}

/** Written, but not in this language. */
export function isWrittenElsewhere(texts: ByLanguage<string | unknown[]>, language: Language): boolean {
  return texts[language] === undefined && Object.values(texts).some((text) => text.length > 0)
}
