'use client'

import { useRef, useState } from 'react'
import type { Translator } from '@/messages/translate'
import { DiscardQuestion } from './DiscardQuestion.client'

/** Says that what was typed before a crash or a closed page is back. */
export function RestoredNote({
  typed,
  t,
  onDiscard,
}: {
  /** How many words were typed that are not saved. */
  typed: () => number
  t: Translator
  onDiscard: () => void
}) {
  const [discarding, setDiscarding] = useState<number | null>(null)
  const offer = useRef<HTMLButtonElement>(null)

  function keepOn(): void {
    setDiscarding(null)
    requestAnimationFrame(() => offer.current?.focus())
  }

  return (
    <section className="panel restored row end" aria-label={t('editor.draft.title')}>
      {discarding === null ? (
        <>
          <p>
            <strong>{t('editor.draft.title')}</strong> {t('editor.draft.text')}
          </p>
          <button type="button" className="btn quiet" onClick={() => setDiscarding(typed())} ref={offer}>
            {t('editor.draft.discard')}
          </button>
        </>
      ) : (
        <DiscardQuestion words={discarding} t={t} onKeep={keepOn} onDiscard={onDiscard} />
      )}
    </section>
  )
}
