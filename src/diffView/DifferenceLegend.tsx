import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Marked } from './Words'

/** How to read the marks; who added and removed may be said by the page (“added by Ireland”). */
export function DifferenceLegend({
  t,
  added = t('diff.legend.added'),
  removed = t('diff.legend.removed'),
  lang,
}: {
  t: Translator
  added?: string
  removed?: string
  lang?: Language
}) {
  const manner = { t, headingOffset: 0 }
  return (
    <p className="small" lang={lang}>
      <strong>{t('diff.legend')}</strong>{' '}
      <Marked status="added" manner={manner}>
        {added}
      </Marked>{' '}
      <Marked status="removed" manner={manner}>
        {removed}
      </Marked>
    </p>
  )
}
