'use client'

import { type ReactNode, useState } from 'react'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { BlockLabels, Texts } from './live/LiveBeside.client'

/** What is shown beside the edited text: rendered on the server, as it is stored. */
export type Beside = {
  title: string
  note: string
  plain: ReactNode
  /** The same with the differences of the saved text marked; null if there are none. */
  marked: ReactNode | null
  /** The number of differences, in a sentence. */
  summary: string | null
  /** What is said above blocks of the common text, if anything. */
  labels?: BlockLabels
  /** The text that is translated, where it is shown in another language and nothing is added to it. */
  source?: { language: Language; texts: Texts }
}

/** The text to read beside the text to edit; one below the other on narrow screens. */
export function TextPanes({
  beside,
  live = null,
  title,
  corner,
  t,
  children,
}: {
  beside: Beside
  /** Shows the common text as it compares with the text that is being written; null where that is not compared. */
  live?: ((isMarked: boolean) => ReactNode) | null
  /** The owner of the edited text. */
  title: string
  /** In the heading of the edited text. */
  corner?: ReactNode
  t: Translator
  children: ReactNode
}) {
  const [wantsMarks, setWantsMarks] = useState(true)
  /** On narrow screens, where it stands above the text to write. */
  const [isOpen, setOpen] = useState(false)
  const hasMarks = (live !== null && !beside.source) || beside.marked !== null
  const isMarked = wantsMarks && hasMarks
  return (
    <div>
      <h2 className="vh">{t('editor.text')}</h2>
      <div className={live ? 'cols c2 is-live' : 'cols c2'}>
        <section className={isOpen ? 'pane is-open' : 'pane'} aria-labelledby="beside-title">
          <header>
            <h3 id="beside-title">{beside.title}</h3>
            <button
              type="button"
              className="btn quiet sm open-beside"
              aria-expanded={isOpen}
              aria-describedby="beside-title"
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? 'editor.beside.hide' : 'editor.beside.show')}
            </button>
            {!hasMarks ? (
              <span className="muted xs">{beside.note}</span>
            ) : (
              <p className="row marks">
                {live ? null : <span className="muted xs">{beside.summary}</span>}
                <label className="tick-label">
                  <input type="checkbox" checked={wantsMarks} onChange={() => setWantsMarks(!wantsMarks)} />
                  {t('editor.mark')}
                </label>
              </p>
            )}
          </header>
          {live ? (
            <div className="text">{live(isMarked)}</div>
          ) : (
            // On wide screens it scrolls separately beside the edited text, so the keyboard must be able to reach it.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            <div className="text beside" tabIndex={0}>
              {isMarked ? beside.marked : beside.plain}
            </div>
          )}
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
