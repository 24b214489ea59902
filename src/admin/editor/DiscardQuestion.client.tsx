'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Translator } from '@/messages/translate'

/** Whether it is asked, how it is asked and called off, and the button that offers it, which has the focus again then. */
export type Discarding = {
  /** How many go; null while it is not asked. */
  words: number | null
  ask: () => void
  keep: () => void
  /** Asks no more, where what was typed has gone and the place stays. */
  end: () => void
  offer: RefObject<HTMLButtonElement | null>
}

/** `typed` counts the words that are not saved. */
export function useDiscarding(typed: () => number): Discarding {
  const [words, setWords] = useState<number | null>(null)
  const offer = useRef<HTMLButtonElement>(null)
  const end = () => setWords(null)
  return {
    words,
    ask: () => setWords(typed()),
    keep: () => {
      end()
      requestAnimationFrame(() => offer.current?.focus())
    },
    end,
    offer,
  }
}

/** Asks before what was typed goes: it is stored nowhere else. */
export function DiscardQuestion({
  id,
  words,
  t,
  keepLabel = t('editor.discard.keep'),
  onKeep,
  onDiscard,
}: {
  id?: string
  /** How many words go. */
  words: number
  t: Translator
  keepLabel?: string
  onKeep: () => void
  onDiscard: () => void
}) {
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <>
      <p className="why" id={id} role="alert">
        {t('editor.discard.ask', { words })}
      </p>
      <div className="row">
        <button type="button" className="btn second" onClick={onKeep} ref={keep}>
          {keepLabel}
        </button>
        <button type="button" className="btn" onClick={onDiscard}>
          {t('editor.discard.do', { words })}
        </button>
      </div>
    </>
  )
}
