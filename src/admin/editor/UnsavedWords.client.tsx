'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { shelf } from '../keptInWindow'
import { browserTranslator } from './browserTranslator'
import { type CopyOf, type DraftPlace, draftOfCopy, dropDraft, keptDraft, originOfDraft } from './draft'
import { RestoredWords } from './RestoredWords.client'
import { fitsVariant, typedWords, type VariantValues } from './sectionValues'
import { type KeptOnServer, sendCopy } from './useCopyKeeper.client'
import { wordsOfCopy } from './wordsOfCopy'

/**
 * What somebody typed and could not save before the section became read-only for them: they can copy it from here. If
 * the editor has just disappeared, the focus moves here.
 */
export function UnsavedWords({
  words,
  pageLanguage,
  place,
  onServer: { of, newest, known },
  saved,
}: {
  words: Record<string, string>
  pageLanguage: Language
  place: DraftPlace
  onServer: KeptOnServer
  /** What is stored, as the editor would show it. */
  saved: VariantValues
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [shown, setShown] = useState<Shown | null>(null)

  // Only in the browser, and once: for another section the kept words differ or do not exist.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the text is shown, and not again
  useEffect(() => {
    const form = { like: saved, fits: fitsVariant }
    const here = keptDraft({ shelf, place, ...form })
    const draft = here ?? (newest ? draftOfCopy(newest.copy, form) : null)
    const { contained, window } = originOfDraft({ shelf, place })
    const ended = here ? [...contained, ...known.filter((one) => one.window === window)] : newest ? [newest] : []
    const count = draft ? typedWords({ before: saved, after: draft.values }) : 0
    if (draft && count > 0) setShown({ text: textsOf(draft.values), count, ended })
    else if (newest && !draft) {
      const text = wordsOfCopy(newest.copy)
      if (text !== '') setShown({ text, count: text.split(/\s+/u).length, ended })
    }
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
        dropDraft({ shelf, place })
        void sendCopy({ of, copy: null, ended: shown.ended, isLast: false })
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

function textsOf({ title, summary, body, addition, explanation, sources }: VariantValues): string {
  const texts = [body, addition].map((text) => textOf(fromLexical(text)))
  return [title, summary, ...texts, explanation, sources].filter((line) => line !== '').join('\n\n')
}
