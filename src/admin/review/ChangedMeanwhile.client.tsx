'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { EditionState } from '@/domain/workflow'
import { useMessageFocus } from '../messageFocus.client'

type Said = { title: string; text?: string }

/** `decided` is about the last decision, of this person or of somebody else; null before the first. */
export type MeanwhileWords = { sentAgain: Said; draftAgain: Said; decided: Said | null }

/**
 * Says that the text was sent again, became a draft again, or was decided about, since the page was opened. The page
 * shows this after a decision, or after it was loaded again at the button below the old text, so the focus moves up to
 * the heading. Use the id of the edition as `key`: another edition is another page.
 */
export function ChangedMeanwhile({
  state,
  round,
  decision,
  words,
}: {
  state: EditionState
  round: number
  /** The id of the last decision. */
  decision: string | null
  words: MeanwhileWords
}) {
  const [opened] = useState({ state, round, decision })
  const said = saidOf()
  return said && <Announced key={`${state} ${round} ${decision}`} {...said} />

  function saidOf(): Said | null {
    if (state === 'submitted') return round > opened.round ? words.sentAgain : null
    if (state === 'draft') return opened.state === 'draft' ? null : words.draftAgain
    return decision === opened.decision ? null : words.decided
  }
}

/** What is new has a new `key`, so that it takes the focus. */
function Announced({ title, text }: Said) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  // A decision was just made here: no later screen has the message about it.
  useMessageFocus({ place: heading, about: title })
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="panel wash" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {text ? <p>{text}</p> : null}
    </section>
  )
}
