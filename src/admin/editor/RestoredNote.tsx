'use client'

import type { Translator } from '@/messages/translate'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'

/** Says that what was typed before a crash or a closed page was restored. */
export function RestoredNote({
  t,
  title = t('editor.draft.title'),
  here = t('editor.draft.text'),
  typed,
  elsewhere,
  besides,
  onDiscard,
}: {
  /** What was restored. */
  title?: string
  /** What is said where it was kept in this window. */
  here?: string
  /** How many typed words are not saved. */
  typed: () => number
  /** A sentence that says when it was typed in another window or on another device; empty if it was in this one. */
  elsewhere: string
  /** A sentence that says when other windows last kept words that are not here; empty if none did. */
  besides: string
  t: Translator
  /** Null where another question offers it. */
  onDiscard: (() => void) | null
}) {
  const discarding = useDiscarding(typed)
  return (
    <section className="panel restored row end" aria-label={title}>
      {discarding.words === null ? (
        <>
          <p>
            <strong>{title}</strong> {elsewhere || here} {besides}
          </p>
          {onDiscard ? (
            <button type="button" className="btn quiet" onClick={discarding.ask} ref={discarding.offer}>
              {t('editor.draft.discard')}
            </button>
          ) : null}
        </>
      ) : (
        <DiscardQuestion
          words={discarding.words}
          t={t}
          onKeep={discarding.keep}
          onDiscard={onDiscard ?? discarding.end}
        />
      )}
    </section>
  )
}
