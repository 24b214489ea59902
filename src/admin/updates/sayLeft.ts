import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { languageNames } from '../words/languageName'

/** Says in which languages readers still get the country's translation as it is (`leftTranslations`). */
export function sayLeft({
  left,
  source,
  language,
  t,
}: {
  left: readonly Language[]
  /** The language of the common framework. */
  source: Language
  /** The language of the page. */
  language: Language
  t: Translator
}): string {
  return t('updates.result.translation', {
    languages: languageNames(left, { language, say: t }),
    source: t(`words.language.${source}`),
  })
}
