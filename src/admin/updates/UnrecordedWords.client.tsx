'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { countWords } from '@/domain/words/tokens'
import type { Translator } from '@/messages/translate'
import { browserTranslator } from '../editor/browserTranslator'
import type { KeptCopy } from '../editor/draft'
import { RestoredWords } from '../editor/RestoredWords.client'
import { type KeptOnServer, sendCopy } from '../editor/useCopyKeeper.client'
import { WHY_TITLES } from '../editor/whyTitles'
import { shelf } from '../keptInWindow'
import { type KeptPlace, keepUpdate, type TypedWords, unrecordedWords, updateFromBefore } from './keptUpdate'
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
  const [typed, setTyped] = useState<TypedWords[]>([])
  /** The copy on the server from which they are. What another window kept there stays: nobody was shown it. */
  const from = useRef<KeptCopy | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the page opens, and not again
  useEffect(() => {
    const found = updateFromBefore({ shelf, place, newest: onServer?.newest ?? null })
    from.current = found.from
    setTyped(unrecordedWords(found))
  }, [])

  function discard(): void {
    keepUpdate({ shelf, place, value: { about: '', shown: '', draft: null, stored: null, earlier: [] } })
    if (onServer)
      void sendCopy({ of: onServer.of, copy: null, ended: from.current ? [from.current] : [], isLast: false })
    setTyped([])
  }

  return <UnrecordedWords typed={typed} t={t} onDiscard={discard} />
}

/** Words that a person typed for an update and did not record, to be copied or discarded. Nothing if there are none. */
export function UnrecordedWords({
  typed,
  t,
  onDiscard,
}: {
  typed: readonly TypedWords[]
  t: Translator
  onDiscard: () => void
}) {
  if (typed.length === 0) return null
  return (
    <RestoredWords
      title={t('updates.kept.title')}
      lead={t('updates.kept')}
      discard={t('updates.kept.discard')}
      count={() => typed.reduce((sum, { text }) => sum + countWords(text), 0)}
      t={t}
      onDiscard={onDiscard}
    >
      {typed.map(({ of, language, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <div key={at} className="stack-s">
          <h3>{titleOf({ of, language }, t)}</h3>
          <p className="typed-text" lang={language ?? undefined}>
            {text}
          </p>
        </div>
      ))}
    </RestoredWords>
  )
}

function titleOf({ of, language }: Pick<TypedWords, 'of' | 'language'>, t: Translator): string {
  if (of === 'result' && language) return t('updates.kept.result', { language: t(`words.language.${language}`) })
  if (of === 'answer') return t('updates.places.own-label')
  if (of === 'note') return t('updates.why.note')
  return t(WHY_TITLES[of === 'whyParked' ? 'omit' : 'adapt'])
}
