'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { Translator } from '@/messages/translate'
import { DiscardQuestion, useDiscarding } from './DiscardQuestion.client'

/**
 * Words that a person typed and that are not in a form any more: to be copied, or discarded after a question. If the part of
 * the page that had the focus has just gone, the title gets it.
 */
export function RestoredWords({
  title,
  lead,
  discard,
  count,
  t,
  onDiscard,
  children,
}: {
  title: string
  lead: string
  /** The label of the button. */
  discard: string
  /** Counts the words. */
  count: () => number
  t: Translator
  onDiscard: () => void
  children: ReactNode
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const discarding = useDiscarding(count)
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus()
  }, [])
  return (
    <section className="panel restored stack" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>{lead}</p>
      {children}
      {discarding.words === null ? (
        <p>
          <button type="button" className="btn quiet" onClick={discarding.ask} ref={discarding.offer}>
            {discard}
          </button>
        </p>
      ) : (
        <DiscardQuestion
          words={discarding.words}
          t={t}
          keepLabel={t('editor.unsaved.keep')}
          onKeep={discarding.keep}
          onDiscard={() => {
            discarding.end()
            onDiscard()
            // The button is gone then; the skip link leads to the same place.
            document.getElementById('text')?.focus()
          }}
        />
      )}
    </section>
  )
}
