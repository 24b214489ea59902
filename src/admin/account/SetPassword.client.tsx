'use client'

import { useState } from 'react'
import type { ActionWords } from '../actionWords'
import { callRoute } from '../callAction'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'

type Words = ActionWords & { text: string; set: string; sure: string; yes: string; no: string; made: string }

/** Asks for confirmation, then shows the password that the server generated; it is shown nowhere else. */
export function SetPassword({ user, words }: { user: string; words: Words }) {
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const [isAsking, setAsking] = useState(false)
  const [made, setMade] = useState('')

  async function set(): Promise<void> {
    setAsking(false)
    setShown({ kind: 'running', text: words.running })
    const answer = await callRoute({ path: '/api/account/set-password', input: { user } })
    if (answer.kind === 'done') {
      setMade(String(answer.result.password))
      setShown({ kind: 'done', text: words.made })
    } else {
      setShown(problemOf({ answer, words }))
    }
  }

  return (
    <div className="act">
      <p>{words.text}</p>
      {isAsking ? (
        <div className="row">
          <span>{words.sure}</span>
          <button type="button" className="btn" onClick={() => void set()}>
            {words.yes}
          </button>
          <button type="button" className="btn second" onClick={() => setAsking(false)}>
            {words.no}
          </button>
        </div>
      ) : (
        <div className="row">
          <button type="button" className="btn second" onClick={() => setAsking(true)}>
            {words.set}
          </button>
        </div>
      )}
      <Result shown={shown} />
      {made ? (
        <p>
          <code className="tk-password">{made}</code>
        </p>
      ) : null}
    </div>
  )
}
