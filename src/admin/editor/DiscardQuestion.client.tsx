'use client'

import { useEffect, useRef } from 'react'
import type { Translator } from '@/messages/translate'

/** Asks before what was typed goes: it is stored nowhere else. */
export function DiscardQuestion({
  id,
  words,
  t,
  onKeep,
  onDiscard,
}: {
  id?: string
  /** How many words go. */
  words: number
  t: Translator
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
          {t('editor.discard.keep')}
        </button>
        <button type="button" className="btn" onClick={onDiscard}>
          {t('editor.discard.do', { words })}
        </button>
      </div>
    </>
  )
}
