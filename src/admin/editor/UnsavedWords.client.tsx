'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import { countWords } from '@/domain/words/tokens'
import { fromLexical } from '@/lexical/fromLexical'
import { shelf, windowName } from '../keptInWindow'
import { browserTranslator } from './browserTranslator'
import { type CopyOf, type DraftPlace, dropDraft } from './draft'
import { RestoredWords } from './RestoredWords.client'
import {
  changedNames,
  fitsMaster,
  fitsVariant,
  type MasterValues,
  typedWords,
  type VariantValues,
} from './sectionValues'
import { type KeptOnServer, sendCopy } from './useCopyKeeper.client'
import { wordsFromBefore } from './wordsFromBefore'
import { wordsOfCopy } from './wordsOfCopy'

/**
 * What somebody typed and could not save before the section became read-only for them, or was removed: they can copy it from
 * here. If the editor has just disappeared, the focus moves here.
 */
export function UnsavedWords({
  words,
  pageLanguage,
  place,
  onServer,
  saved,
}: {
  words: Record<string, string>
  pageLanguage: Language
  place: DraftPlace
  onServer: KeptOnServer
  /** What is stored, as the editor would show it. */
  saved: VariantValues | MasterValues
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [shown, setShown] = useState<Shown | null>(null)
  const discard = (ended: readonly CopyOf[]) => {
    dropDraft({ shelf, place })
    if (onServer.known.length > 0) void sendCopy({ of: onServer.of, copy: null, ended, isLast: false })
  }

  // Only in the browser, and once: for another section the kept words differ or do not exist.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the text is shown, and not again
  useEffect(() => {
    const window = windowName(shelf)
    const fits = (values: typeof saved) => ('guidance' in values ? fitsMaster(values) : fitsVariant(values))
    const {
      value: draft,
      contained,
      unreadable,
    } = wordsFromBefore({ shelf, place, window, onServer, like: saved, fits })
    if (unreadable) {
      const text = wordsOfCopy(unreadable.copy)
      setShown({ text, count: countWords(text), ended: [unreadable] })
    } else if (draft && changedNames({ before: saved, after: draft.values }).length > 0) {
      const count = typedWords({ before: saved, after: draft.values })
      setShown({ text: textsOf(draft.values), count, ended: contained })
    }
    // What is stored by now is not unsaved any more.
    else if (draft) discard(contained)
  }, [])

  if (!shown) return null
  return (
    <RestoredWords
      title={t('editor.unsaved.title')}
      lead={t('editor.unsaved.text')}
      discard={t('editor.draft.discard')}
      count={() => shown.count}
      t={t}
      onDiscard={() => {
        discard(shown.ended)
        setShown(null)
      }}
    >
      <p className="typed-text" lang={place.language}>
        {shown.text}
      </p>
    </RestoredWords>
  )
}

/** The words that are shown, how many they are, and the copies on the server that have them. */
type Shown = { text: string; count: number; ended: readonly CopyOf[] }

function textsOf(values: VariantValues | MasterValues): string {
  const { title, summary, body } = values
  const beside =
    'guidance' in values
      ? [values.guidance]
      : [textOf(fromLexical(values.addition)), values.explanation, values.sources]
  return [title, summary, textOf(fromLexical(body)), ...beside].filter((line) => line !== '').join('\n\n')
}
