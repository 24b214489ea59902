'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { callActionQuietly } from '../callAction'
import { shelf, windowName } from '../keptInWindow'
import { browserTranslator } from './browserTranslator'
import { type DraftPlace, draftOfCopy, dropDraft, keptDraft } from './draft'
import { RestoredWords } from './RestoredWords.client'
import { typedWords, type VariantValues } from './sectionValues'
import type { KeptOnServer } from './useCopyKeeper.client'

/**
 * What somebody typed and could not save before the section became read-only for them: they can copy it from here. If
 * the editor has just disappeared, the focus moves here.
 */
export function UnsavedWords({
  words,
  pageLanguage,
  place,
  onServer: { of, copies },
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
  const [typed, setTyped] = useState<VariantValues | null>(null)

  // Only in the browser, and once: for another section the kept words differ or do not exist.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the text is shown, and not again
  useEffect(() => {
    const [newest] = copies
    const draft = keptDraft({ shelf, place, like: saved }) ?? (newest ? draftOfCopy(newest.copy, saved) : null)
    if (draft && typedWords({ before: saved, after: draft.values }) > 0) setTyped(draft.values)
  }, [])

  if (!typed) return null
  const texts = [textOf(fromLexical(typed.body)), textOf(fromLexical(typed.addition))]
  const lines = [typed.title, typed.summary, ...texts, typed.explanation, typed.sources]
  return (
    <RestoredWords
      title={t('editor.unsaved.title')}
      lead={t('editor.unsaved.text')}
      discard={t('editor.draft.discard')}
      count={() => typedWords({ before: saved, after: typed })}
      t={t}
      onDiscard={() => {
        dropDraft({ shelf, place })
        const ended = copies.slice(0, 1).map(({ window, at }) => ({ window, at }))
        const input = { ...of, window: windowName(shelf), copy: null, ended }
        void callActionQuietly({ action: 'keep-working-copy', input, isLast: false })
        setTyped(null)
      }}
    >
      <p className="typed-text" lang={place.language}>
        {lines.filter((line) => line !== '').join('\n\n')}
      </p>
    </RestoredWords>
  )
}
