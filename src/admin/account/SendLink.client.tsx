'use client'

import { useState } from 'react'
import type { ActionWords } from '../actionWords'
import { callRoute } from '../callAction'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'

/** Sends another person a link to choose a password. No form: it stands in the one of the person. */
export function SendLink({ user, words }: { user: string; words: ActionWords & { text: string; send: string } }) {
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })

  async function send(): Promise<void> {
    if (shown.kind === 'running') return
    setShown({ kind: 'running', text: words.running })
    const answer = await callRoute({ path: '/api/account/send-link', input: { user } })
    setShown(answer.kind === 'done' ? { kind: 'done', text: words.done } : problemOf({ answer, words }))
  }

  return (
    <div className="act">
      <p>{words.text}</p>
      <div className="row">
        <button type="button" className="btn second" onClick={() => void send()}>
          {words.send}
        </button>
      </div>
      <Result shown={shown} />
    </div>
  )
}
