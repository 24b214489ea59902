import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { Marked } from './Marked'

/** The legend of the marks; the page may say who added and removed (“added by Ireland”). */
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
