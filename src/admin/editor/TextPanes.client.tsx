'use client'

import { type ReactNode, useState } from 'react'
import type { Translator } from '@/messages/translate'

/** What stands beside the text that is written: made on the server, as it is stored. */
export type Beside = {
  title: string
  note: string
  plain: ReactNode
  /** The same with what is saved differently marked; null where nothing is. */
  marked: ReactNode | null
  /** How many differences, in a sentence. */
  summary: string | null
}

/** The text to read beside the text to write; one below the other on narrow screens. */
export function TextPanes({
  beside,
  title,
  corner,
  t,
  children,
}: {
  beside: Beside
  /** Whose text is written. */
  title: string
  /** In the head of the text that is written. */
  corner?: ReactNode
  t: Translator
  children: ReactNode
}) {
  const [wantsMarks, setWantsMarks] = useState(true)
  const isMarked = wantsMarks && beside.marked !== null
  return (
    <div>
      <div className="row end text-head">
        <h2>{t('editor.text')}</h2>
        {beside.marked === null ? null : (
          <p className="row">
            <span>{beside.summary}</span>
            <label className="tick-label">
              <input type="checkbox" checked={wantsMarks} onChange={() => setWantsMarks(!wantsMarks)} />
              {t('editor.mark')}
            </label>
          </p>
        )}
      </div>
      <div className="cols c2">
        <section className="pane" aria-labelledby="beside-title">
          <header>
            <h3 id="beside-title">{beside.title}</h3>
            <span className="muted xs">{beside.note}</span>
          </header>
          {/* On wide screens it scrolls by itself beside the text that is written, so it has to be reached by the key. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <div className="text beside" tabIndex={0}>
            {isMarked ? beside.marked : beside.plain}
          </div>
        </section>
        <section className="pane edit" aria-labelledby="ours-title" id="ours">
          <header>
            <h3 id="ours-title">{title}</h3>
            {corner}
          </header>
          {children}
        </section>
      </div>
    </div>
  )
}
