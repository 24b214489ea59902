import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** A language's name at the beginning of a line: Italian and others write it in lower case within a sentence. */
export function languageName(say: Translator, language: Language): string {
  const name = say(`words.language.${language}`)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The names of languages as a list within a sentence of the page. */
export function languageNames(
  languages: readonly Language[],
  { language, say }: { language: Language; say: Translator },
): string {
  return new Intl.ListFormat(language).format(languages.map((one) => say(`words.language.${one}`)))
}
