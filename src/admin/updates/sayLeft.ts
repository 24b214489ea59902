import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

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
    languages: new Intl.ListFormat(language).format(left.map((one) => t(`words.language.${one}`))),
    source: t(`words.language.${source}`),
  })
}
