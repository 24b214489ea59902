'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Translator } from '@/messages/translate'

/**
 * Whether the question is open, how to open and cancel it, and the button that opens it, which then gets the focus
 * back.
 */
export type Discarding = {
  /** How many words are discarded; null while the question is closed. */
  words: number | null
  ask: () => void
  keep: () => void
  /** Closes the question if the typed words are gone and the place stays. */
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

/** Asks before typed words are discarded: they are stored nowhere else. */
export function DiscardQuestion({
  id,
  words,
  t,
  keepLabel = t('editor.discard.keep'),
  onKeep,
  onDiscard,
}: {
  id?: string
  /** How many words are discarded. */
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
