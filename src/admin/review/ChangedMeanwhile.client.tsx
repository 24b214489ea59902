'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { EditionState } from '@/domain/workflow'

export type MeanwhileWords = { sentAgain: string; lookAgain: string; draftAgain: string }

/**
 * Says that the text was sent again, or became a draft again, since the page was opened. The page shows this after it
 * was loaded again at the button below the old text, so the focus moves up to the heading. Use the id of the edition as
 * `key`: another edition is another page.
 */
export function ChangedMeanwhile({
  state,
  round,
  words,
}: {
  state: EditionState
  round: number
  words: MeanwhileWords
}) {
  const [opened] = useState({ state, round })
  const isSentAgain = state === 'submitted' && round > opened.round
  const isDraftAgain = state === 'draft' && opened.state !== 'draft'
  const isChanged = isSentAgain || isDraftAgain
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new round and state is new to the person.
  useEffect(() => {
    if (isChanged) heading.current?.focus()
  }, [isChanged, state, round])
  if (!isChanged) return null
  return (
    <section className="panel wash" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1} ref={heading}>
        {isSentAgain ? words.sentAgain : words.draftAgain}
      </h2>
      {isSentAgain ? <p>{words.lookAgain}</p> : null}
    </section>
  )
}
