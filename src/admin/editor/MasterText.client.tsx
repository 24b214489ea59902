'use client'

import { useCallback, useMemo, useRef } from 'react'
import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { browserTranslator } from './browserTranslator'
import type { DraftPlace } from './draft'
import { type OtherDifference, StaleComparison } from './StaleComparison.client'
import { fitsMaster, type MasterValues, typedWords, valuesChange } from './sectionValues'
import { TextFields } from './TextFields.client'
import { sayTimeOfDay } from './timeOfDay'
import type { KeptOnServer } from './useCopyKeeper.client'
import { useSaving } from './useSaving.client'
import { WordsFromBefore } from './WordsFromBefore.client'
import { whenWritten } from './whenWritten'
import type { Saved } from './work'
import './editor.css'

/** What somebody writes in a text of the common framework, in one language. */
export function useMasterText({
  words,
  pageLanguage,
  place: { userId, section, language },
  onServer = null,
  saved,
}: {
  words: Record<string, string>
  pageLanguage: Language
  /** Under which the words are kept on the device until they are saved. */
  place: DraftPlace & { language: Language }
  /** Where they are kept on the server too. */
  onServer?: KeptOnServer | null
  saved: Saved<MasterValues>
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const pending = useRef(0)
  const written = useCallback(() => whenWritten(pending), [])
  const place = useMemo(() => ({ userId, section, language }), [userId, section, language])
  const work = useSaving({ place, onServer, fits: fitsMaster, saved, written })
  const { base, theirs, values } = work
  const typed = () => typedWords({ before: base.values, after: values })
  const sayTime = (key: 'editor.bar.saved' | 'editor.stale.when', at: string) =>
    work.isReady ? sayTimeOfDay({ at, now: new Date(), language: pageLanguage, key, t }) : ''
  // Compared in the browser while somebody types: only the browser has both texts.
  const toMine = useMemo(() => theirs && valuesChange({ before: theirs.values, after: values }), [theirs, values])
  return { language, pageLanguage, pending, sayTime, t, toMine, typed, work }
}

export type MasterText = ReturnType<typeof useMasterText>

/** That words were restored, and both texts if somebody saved another one meanwhile; nothing otherwise. */
export function MasterTextNotes({
  text: { language, pageLanguage, sayTime, t, toMine, typed, work },
  others,
  onSave,
}: {
  text: MasterText
  /** Differences besides the text. */
  others: (theirs: MasterValues) => OtherDifference[]
  onSave: (from: Saved<MasterValues>) => void
}) {
  const { state, theirs } = work
  return (
    <>
      <WordsFromBefore work={work} typed={typed} language={language} pageLanguage={pageLanguage} t={t} />
      {theirs && toMine ? (
        <StaleComparison
          change={toMine}
          others={others(theirs.values)}
          isMerged={work.isMerged}
          notes={[work.isElsewhere ? t('editor.stale.elsewhere') : null]}
          when={sayTime('editor.stale.when', theirs.at)}
          language={language}
          pageLanguage={pageLanguage}
          isBusy={state.kind === 'saving'}
          isAwaited={work.isAwaited}
          typed={typed}
          t={t}
          onSaveMine={() => onSave(theirs)}
          onTakeTheirs={work.takeSaved}
          onFetch={work.fetchTheirs}
        />
      ) : null}
    </>
  )
}

/** The title, the summary and the text, once the editor is open. */
export function MasterTextFields({
  text: { language, pageLanguage, pending, t, work },
  isUntitled,
}: {
  text: MasterText
  /** Is the title missing, and is that said? */
  isUntitled: boolean
}) {
  if (!work.isReady) return <p className="muted pane-fields">{t('editor.opening')}</p>
  return (
    <div className="pane-fields">
      <TextFields
        writing={{ collection: 'sections', country: MASTER, language, pageLanguage, ...work.editing, pending, t }}
        values={work.values}
        change={work.change}
        wrong={{ title: isUntitled ? t('editor.missing.title') : undefined }}
      />
      <p className="muted xs">{t('editor.no-real-case')}</p>
    </div>
  )
}
