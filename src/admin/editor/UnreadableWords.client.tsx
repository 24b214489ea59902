'use client'

import type { Language } from '@/domain/language'
import { countWords } from '@/domain/words/tokens'
import type { Translator } from '@/messages/translate'
import { RestoredWords } from './RestoredWords.client'

/** What somebody typed elsewhere, and did not save, in a form that the fields cannot show: they can copy it from here. */
export function UnreadableWords({
  words,
  language,
  t,
  onDiscard,
}: {
  words: string
  /** Of the words; not given if they can be in several. */
  language?: Language
  t: Translator
  onDiscard: () => void
}) {
  if (words === '') return null
  return (
    <RestoredWords
      title={t('editor.unsaved.title')}
      lead={t('editor.unsaved.unreadable')}
      discard={t('editor.draft.discard')}
      count={() => countWords(words)}
      t={t}
      onDiscard={onDiscard}
    >
      <p className="typed-text" lang={language}>
        {words}
      </p>
    </RestoredWords>
  )
}
