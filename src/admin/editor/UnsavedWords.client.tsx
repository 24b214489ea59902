'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Language } from '@/domain/language'
import { textOf } from '@/domain/richText/walk'
import { fromLexical } from '@/lexical/fromLexical'
import { shelf } from '../keptInWindow'
import { browserTranslator } from './browserTranslator'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'
import { type DraftPlace, dropDraft, keptDraft } from './draft'
import { typedWords, type VariantValues } from './sectionValues'

/**
 * What somebody typed and could not save before the section became read-only for them: they can copy it from here. If
 * the editor has just disappeared, the focus moves here.
 */
export function UnsavedWords({
  words,
  pageLanguage,
  place,
  saved,
}: {
  words: Record<string, string>
  pageLanguage: Language
  place: DraftPlace
  /** What is stored, as the editor would show it. */
  saved: VariantValues
}) {
  const t = useMemo(() => browserTranslator({ words, language: pageLanguage }), [words, pageLanguage])
  const [typed, setTyped] = useState<VariantValues | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const count = () => (typed ? typedWords({ before: saved, after: typed }) : 0)
  const discarding = useDiscarding(count)

  // Only in the browser, and once: for another section the kept words differ or do not exist.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is read when the text is shown, and not again
  useEffect(() => {
    const draft = keptDraft({ shelf, place, like: saved })
    if (draft && typedWords({ before: saved, after: draft.values }) > 0) setTyped(draft.values)
  }, [])
  useEffect(() => {
    if (typed && document.activeElement === document.body) heading.current?.focus()
  }, [typed])

  if (!typed) return null
  const texts = [textOf(fromLexical(typed.body)), textOf(fromLexical(typed.addition))]
  const lines = [typed.title, typed.summary, ...texts, typed.explanation, typed.sources]
  return (
    <section className="panel restored stack" aria-labelledby="unsaved-title">
      <h2 id="unsaved-title" tabIndex={-1} ref={heading}>
        {t('editor.unsaved.title')}
      </h2>
      <p>{t('editor.unsaved.text')}</p>
      <p className="typed-text" lang={place.language}>
        {lines.filter((line) => line !== '').join('\n\n')}
      </p>
      {discarding.words === null ? (
        <p>
          <button type="button" className="btn quiet" onClick={discarding.ask} ref={discarding.offer}>
            {t('editor.draft.discard')}
          </button>
        </p>
      ) : (
        <DiscardQuestion
          words={discarding.words}
          t={t}
          keepLabel={t('editor.unsaved.keep')}
          onKeep={discarding.keep}
          onDiscard={() => {
            dropDraft({ shelf, place })
            setTyped(null)
          }}
        />
      )}
    </section>
  )
}
