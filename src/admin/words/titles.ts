import type { ByLanguage, Language } from '@/domain/language'

/** A text with its language. */
export type TextIn = { text: string; language: Language }

/** A localized text in the first of the languages that it has, else in any; `otherwise` if it has none. */
export function textIn({
  given,
  languages,
  otherwise,
}: {
  given: ByLanguage<string>
  languages: readonly Language[]
  otherwise: string
}): TextIn {
  for (const language of [...languages, ...(Object.keys(given) as Language[])]) {
    const text = given[language]
    if (text) return { text, language }
  }
  return { text: otherwise, language: languages[0] ?? 'en' }
}

/** A link to what has this title, in a breadcrumb. */
export function crumbOf({ text, language }: TextIn, href: string): { label: string; lang: Language; href: string } {
  return { label: text, lang: language, href }
}

/** The title of a toolkit in the reader's language, else in that of its text; its address if it has none. */
export function toolkitTitle({
  toolkit: { slug, sourceLanguage, title },
  language,
}: {
  toolkit: { slug: string; sourceLanguage: Language; title: ByLanguage<string> }
  language: Language
}): TextIn {
  return textIn({ given: title, languages: [language, sourceLanguage], otherwise: slug })
}
