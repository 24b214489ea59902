'use client'

import { type ReactNode, useState } from 'react'
import type { Translator } from '@/messages/translate'

/** What is shown beside the edited text: rendered on the server, as it is stored. */
export type Beside = {
  title: string
  note: string
  plain: ReactNode
  /** The same with the differences of the saved text marked; null if there are none. */
  marked: ReactNode | null
  /** The number of differences, in a sentence. */
  summary: string | null
}

/** The text to read beside the text to edit; one below the other on narrow screens. */
export function TextPanes({
  beside,
  title,
  corner,
  t,
  children,
}: {
  beside: Beside
  /** The owner of the edited text. */
  title: string
  /** In the heading of the edited text. */
  corner?: ReactNode
  t: Translator
  children: ReactNode
}) {
  const [wantsMarks, setWantsMarks] = useState(true)
  const isMarked = wantsMarks && beside.marked !== null
  return (
    <div>
      <h2 className="vh">{t('editor.text')}</h2>
      <div className="cols c2">
        <section className="pane" aria-labelledby="beside-title">
          <header>
            <h3 id="beside-title">{beside.title}</h3>
            {beside.marked === null ? (
              <span className="muted xs">{beside.note}</span>
            ) : (
              <p className="row marks">
                <span className="muted xs">{beside.summary}</span>
                <label className="tick-label">
                  <input type="checkbox" checked={wantsMarks} onChange={() => setWantsMarks(!wantsMarks)} />
                  {t('editor.mark')}
                </label>
              </p>
            )}
          </header>
          {/* On wide screens it scrolls separately beside the edited text, so the keyboard must be able to reach it. */}
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
