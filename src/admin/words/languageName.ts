import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** A language's name at the beginning of a line: Italian and others write it in lower case within a sentence. */
export function languageName(say: Translator, language: Language): string {
  const name = say(`words.language.${language}`)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
