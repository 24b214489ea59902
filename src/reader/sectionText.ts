import type { ByLanguage, Language } from '@/domain/language'
import type { SectionContent, SectionText, TextField } from '@/domain/section'

/** The words of a section in one language, as the difference engine takes them; what nobody wrote is empty. */
export function sectionTextIn(content: SectionContent, language: Language): SectionText {
  return {
    key: content.key,
    title: content.title[language] ?? '',
    summary: content.summary[language] ?? '',
    body: content.body[language] ?? [],
    addition: content.addition[language] ?? [],
    audiences: content.audiences,
    stages: content.stages,
  }
}

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
