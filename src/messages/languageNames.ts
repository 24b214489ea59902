import type { Language } from '@/domain/language'
import type { Translator } from './translate'

/** Several languages as part of a sentence: “German and Italian”. */
export function languageNames({
  languages,
  pageLanguage,
  t,
}: {
  languages: readonly Language[]
  pageLanguage: Language
  t: Translator
}): string {
  const names = languages.map((one) => t(`words.language.${one}`))
  return new Intl.ListFormat(pageLanguage, { type: 'conjunction' }).format(names)
}
