import type { ByLanguage, Language } from '@/domain/language'
import type { SectionContent, TextField } from '@/domain/section'

/**
 * Which side lacks the language in which the words of both are to be laid side by side; null where neither does. A side lacks it that
 * has a title or a text only in other languages: all of the other side would show as new. So does a country whose addition is in
 * another language: it would not show at all.
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
  const lacksText = (side: SectionContent) => lacks(side, 'title') || lacks(side, 'body')
  if (lacksText(base)) return 'common'
  if (lacksText(content) || isWrittenElsewhere(content.addition, language)) return 'national'
  if (lacks(base, 'summary') === lacks(content, 'summary')) return null
  return lacks(base, 'summary') ? 'common' : 'national'
}

/** Written, but not in this language. */
export function isWrittenElsewhere(texts: ByLanguage<string | unknown[]>, language: Language): boolean {
  return texts[language] === undefined && Object.values(texts).some((text) => text.length > 0)
}
