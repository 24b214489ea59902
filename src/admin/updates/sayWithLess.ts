import { grouped } from '@/domain/grouped'
import type { Language } from '@/domain/language'
import type { WithLess } from '@/domain/updates/updates'
import type { Translator } from '@/messages/translate'
import { languageNames } from '../words/languageName'

/** Says in which languages readers would get less (`languagesWithLess`): a sentence for each language that they got the text in instead. */
export function sayWithLess({
  withLess,
  language,
  t,
}: {
  withLess: readonly WithLess[]
  /** The language of the page. */
  language: Language
  t: Translator
}): string[] {
  return [...grouped(withLess, ({ instead }) => instead)].map(([instead, those]) =>
    t('updates.one.with-less', {
      languages: languageNames(
        those.map((one) => one.language),
        { language, say: t },
      ),
      source: t(`words.language.${instead}`),
    }),
  )
}
