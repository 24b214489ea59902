import type { Language } from '@/domain/language'
import { languageNames } from './languageNames'
import type { Translator } from './translate'

/** Says that what a country decided on is not yet in its text in these languages. */
export function sayBehind({
  languages,
  language,
  say,
}: {
  languages: readonly Language[]
  /** Of the page. */
  language: Language
  say: Translator
}): string {
  return say('overview.changes.behind', { languages: languageNames({ languages, pageLanguage: language, t: say }) })
}
