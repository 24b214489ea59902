import type { ByLanguage, Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import { isEmptyField, isWritten } from '@/domain/richText/sameText'
import type { SectionContent, TextField } from '@/domain/section'

/**
 * Which side lacks the language in which the words of both are to be laid side by side; null where neither does. The common framework
 * lacks it where it has a title or a text only in other languages: all that the country has would show as new. A country lacks it where
 * its addition is in another language: it would not show at all. A summary hinders nothing: it is new, or stands in.
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
