'use client'

import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { RestoredNote } from './RestoredNote'
import { sayTimeOfDay } from './timeOfDay'
import { UnreadableWords } from './UnreadableWords.client'
import type { useSaving } from './useSaving.client'

/** What an editor says about words that were typed before: that they were restored, or why they are not in its fields. */
export function WordsFromBefore({
  work,
  typed,
  language,
  pageLanguage,
  t,
}: {
  work: Pick<
    ReturnType<typeof useSaving>,
    'unreadable' | 'discardUnreadable' | 'isRestored' | 'typedAt' | 'besidesAt' | 'theirs' | 'takeSaved'
  >
  /** How many typed words are not saved. */
  typed: () => number
  language: Language
  pageLanguage: Language
  t: Translator
}) {
  const when = { now: new Date(), language: pageLanguage, t }
  return (
    <>
      <UnreadableWords words={work.unreadable} language={language} t={t} onDiscard={work.discardUnreadable} />
      {work.isRestored ? (
        <RestoredNote
          typed={typed}
          elsewhere={sayTimeOfDay({ ...when, at: work.typedAt, key: 'editor.draft.elsewhere' })}
          besides={sayTimeOfDay({ ...when, at: work.besidesAt, key: 'editor.draft.besides' })}
          t={t}
          onDiscard={work.theirs ? null : work.takeSaved}
        />
      ) : null}
    </>
  )
}
