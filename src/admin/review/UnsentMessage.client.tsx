'use client'

import { useEffect, useState } from 'react'
import { isEmptyField } from '@/domain/richText/sameText'
import { fieldsKept, keepFields } from '../keptFields'
import { shelf } from '../keptInWindow'

/**
 * The message that a reviewer typed and did not send, on a page that has no field for it any more. The field has it
 * again as soon as the page has one.
 */
export function UnsentMessage({
  place,
  name,
  sent,
  words,
}: {
  place: string
  name: string
  /** What this person sent so far, oldest first. */
  sent: readonly string[]
  words: UnsentWords
}) {
  const [typed, setTyped] = useState('')
  useEffect(() => {
    setTyped(fieldsKept({ shelf, place, names: [name], sent })[name] ?? '')
  }, [place, name, sent])
  if (isEmptyField(typed)) return null

  function discard(): void {
    keepFields({ shelf, place, typed: {} })
    setTyped('')
    // The button is gone then; the skip link leads to the same place.
    document.getElementById('text')?.focus()
  }

  return (
    <section className="panel stack" aria-labelledby="unsent-h">
      <h2 id="unsent-h">{words.title}</h2>
      <p>{words.stays}</p>
      <p className="typed-text">{typed}</p>
      <p>
        <button type="button" className="btn second sm" onClick={discard}>
          {words.discard}
        </button>
      </p>
    </section>
  )
}

export type UnsentWords = { title: string; stays: string; discard: string }
