'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import { browserTranslator } from '../editor/browserTranslator'
import type { CopyOf } from '../editor/draft'
import { RestoredWords } from '../editor/RestoredWords.client'
import { UnreadableWords } from '../editor/UnreadableWords.client'
import { type KeptOnServer, sendCopy } from '../editor/useCopyKeeper.client'
import { WHY_TITLES } from '../editor/whyTitles'
import { wordsOfCopy } from '../editor/wordsOfCopy'
import { shelf, windowName } from '../keptInWindow'
import { countTyped, dropUpdate, type KeptPlace, unrecorded, updateFromBefore } from './keptUpdate'
import { isTyped, type TypedWords, type Unrecorded } from './readUpdate'
import '../editor/editor.css'

/**
 * What a person typed for an update that has no form any more, and did not record: somebody else decided on it meanwhile,
 * for example. It stays until the person discards it.
 */
export function UnrecordedUpdate({
  words,
  pageLanguage,
  place,
  onServer,
}: {
  words: Record<string, string>
  pageLanguage: Language
  place: KeptPlace
  onServer: KeptOnServer | null
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [shown, setShown] = useState<Shown>(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the page opens, and not again
  useEffect(() => {
    const before = updateFromBefore({ shelf, place, window: windowName(shelf), onServer })
    const { value, contained, unreadable } = before
    const found = {
      typed: value ? unrecorded(value) : [],
      plain: unreadable ? wordsOfCopy(unreadable.copy) : '',
      ended: unreadable ? [unreadable] : contained,
    }
    // Where nothing is decided any more, a choice without words is of no use.
    if ((value || unreadable) && !found.typed.some(isTyped) && found.plain === '') discard(found.ended)
    else setShown(found)
  }, [])

  function discard(ended: readonly CopyOf[]): void {
    dropUpdate({ shelf, place })
    if (onServer) void sendCopy({ of: onServer.of, copy: null, ended, isLast: false })
    setShown(NOTHING)
  }

  return (
    <>
      <UnrecordedWords typed={shown.typed} t={t} onDiscard={() => discard(shown.ended)} />
      <UnreadableWords words={shown.plain} t={t} onDiscard={() => discard(shown.ended)} />
    </>
  )
}

/** The words that are shown, or all words of a copy that the form cannot show, and the copies on the server that have them. */
type Shown = { typed: Unrecorded[]; plain: string; ended: readonly CopyOf[] }

const NOTHING: Shown = { typed: [], plain: '', ended: [] }

/** What a person began for an update and did not record, to be copied or discarded. Nothing if they began nothing. */
export function UnrecordedWords({
  typed,
  t,
  onDiscard,
}: {
  typed: readonly Unrecorded[]
  t: Translator
  onDiscard: () => void
}) {
  if (typed.length === 0) return null
  const hasWords = typed.some(isTyped)
  return (
    <RestoredWords
      title={t(hasWords ? 'updates.kept.title' : 'updates.kept.title-chosen')}
      lead={t(hasWords ? 'updates.kept' : 'updates.kept.chosen')}
      discard={t(hasWords ? 'updates.kept.discard' : 'editor.draft.discard')}
      count={() => countTyped(typed)}
      t={t}
      onDiscard={onDiscard}
    >
      {typed.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <div key={at} className="stack-s">
          <h3>{titleOf(one, t)}</h3>
          <p className="typed-text" lang={(isTyped(one) && one.language) || undefined}>
            {isTyped(one) ? one.text : chosenIn(one, t)}
          </p>
        </div>
      ))}
    </RestoredWords>
  )
}

function chosenIn(one: Exclude<Unrecorded, TypedWords>, t: Translator): string {
  return one.of === 'choice' ? t(`words.choice.${one.choice}`) : t('updates.kept.places', one)
}

function titleOf(one: Unrecorded, t: Translator): string {
  if (one.of === 'choice') return t('updates.kept.choice')
  if (one.of === 'places') return t('updates.kept.places-title')
  const { of, language } = one
  if (of === 'result' && language) return t('updates.kept.result', { language: t(`words.language.${language}`) })
  if (of === 'answer') return t('updates.places.own-label')
  if (of === 'note') return t('updates.why.note')
  return t(WHY_TITLES[of === 'whyParked' ? 'omit' : 'adapt'])
}
