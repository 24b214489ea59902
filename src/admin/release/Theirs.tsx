import { type ReactNode, useId } from 'react'
import type { NoteWords } from './noteWords'

/** What somebody else saved in the meantime, and the decision between that and what was typed here. */
export function Theirs({
  spoken,
  words,
  onDecide,
  children,
}: {
  /** What it is about, for screen readers: several can be on one page. */
  spoken: string
  words: NoteWords
  onDecide: (choice: 'mine' | 'theirs') => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="warn theirs stack" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {words.theirs}
        <span className="vh">: {spoken}</span>
      </h3>
      {children}
      <div className="row">
        <button type="button" className="btn second sm" onClick={() => onDecide('theirs')}>
          {words.takeTheirs}
          <span className="vh">: {spoken}</span>
        </button>
        <button type="button" className="btn second sm" onClick={() => onDecide('mine')}>
          {words.keepMine}
          <span className="vh">: {spoken}</span>
        </button>
      </div>
    </section>
  )
}
