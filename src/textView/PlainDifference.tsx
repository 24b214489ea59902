import type { Segment } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Words } from './Words'

/** The difference of two texts without formatting, in one language, on a page that may be in another. */
export function PlainDifference({
  segments,
  language,
  pageLanguage,
  say,
}: {
  segments: Segment[]
  language: Language
  pageLanguage: Language
  say: Translator
}) {
  const options = { t: say, ...(language === pageLanguage ? {} : { wordsLang: pageLanguage }) }
  return (
    <p lang={language}>
      <Words segments={segments} options={options} />
    </p>
  )
}
