import type { Language } from '@/domain/language'
import type { ChangedAt } from '@/domain/section'
import { changeName } from '@/messages/changeName'
import { opening } from '@/messages/opening'
import type { Translator } from '@/messages/translate'

/** Enough of a paragraph to find it. */
const MOST_SHOWN = 100

/** What was changed, by its first words. */
export function ChangedPlace({ at, pageLanguage, t }: { at: ChangedAt; pageLanguage: Language; t: Translator }) {
  const { language, words } = at
  return (
    <>
      {t(changeName(at))}{' '}
      {words === '' ? (
        t('diff.why.no-words')
      ) : (
        <q lang={language === pageLanguage ? undefined : language}>{opening(words, MOST_SHOWN)}</q>
      )}
    </>
  )
}
