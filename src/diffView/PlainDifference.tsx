import { diffText } from '@/domain/diff/diffWords'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Words } from './Words'

/** The difference of two texts without formatting, in one language, on a page that may be in another. */
export function PlainDifference({
  was,
  is,
  language,
  pageLanguage,
  say,
}: {
  was: string
  is: string
  language: Language
  pageLanguage: Language
  say: Translator
}) {
  const { segments } = diffText({ before: was, after: is })
  const manner = { t: say, headingOffset: 0, ...(language === pageLanguage ? {} : { wordsLang: pageLanguage }) }
  return (
    <p lang={language}>
      <Words segments={segments} manner={manner} />
    </p>
  )
}
