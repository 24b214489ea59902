import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Marked } from './Marked'

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
  return (
    <p className="small" lang={lang}>
      <strong>{t('diff.legend')}</strong>{' '}
      <Marked status="added" options={{ t }}>
        {added}
      </Marked>{' '}
      <Marked status="removed" options={{ t }}>
        {removed}
      </Marked>
    </p>
  )
}
