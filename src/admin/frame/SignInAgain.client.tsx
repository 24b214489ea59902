'use client'

import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { ActionWords } from '../actionWords'
import { callRoute } from '../callAction'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'
import { offerSignIn } from './signInAgain'

export type SignInWords = ActionWords & {
  title: string
  text: string
  email: string
  password: string
  later: string
}

type Answer = (isSignedIn: boolean) => void

/** Gives the answer to all that wait for it. */
function give(asked: Answer[], isSignedIn: boolean): void {
  for (const resolve of asked.splice(0)) resolve(isSignedIn)
}

/**
 * Asks the person to sign in again where their session ended while they worked: the page stays as it is, and what they
 * did goes on. It asks for the same person only. If they do not want to, what they did is refused.
 */
export function SignInAgain({ email, words }: { email: string; words: SignInWords }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const waiting = useRef<Answer[]>([])
  const [isAsked, setAsked] = useState(false)
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })
  const id = useId()

  useEffect(() => {
    const ask = () =>
      new Promise<boolean>((resolve) => {
        waiting.current.push(resolve)
        setAsked(true)
      })
    offerSignIn(ask)
    const asked = waiting.current
    return () => {
      offerSignIn(null)
      give(asked, false)
    }
  }, [])

  useEffect(() => {
    if (!isAsked) return
    const wasTyping = document.activeElement?.matches('input, textarea, [contenteditable]') ?? false
    dialog.current?.showModal()
    // The rest of a sentence must not go into the password.
    ;(wasTyping ? heading : password).current?.focus()
    // A drawer of Payload keeps the Tab key for itself.
    const keepTab = (event: KeyboardEvent) => {
      if (event.key === 'Tab') event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', keepTab, { capture: true })
    return () => window.removeEventListener('keydown', keepTab, { capture: true })
  }, [isAsked])

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault()
    // Forms around it, in the tree of React, are not sent.
    event.stopPropagation()
    if (shown.kind === 'running') return
    setShown({ kind: 'running', text: words.running })
    const input = { email, password: password.current?.value ?? '' }
    const answered = await callRoute({ path: '/api/users/login', input })
    if (answered.kind !== 'done') {
      setShown(problemOf({ answer: answered, words }))
      return
    }
    give(waiting.current, true)
    dialog.current?.close()
  }

  function close(): void {
    give(waiting.current, false)
    setShown({ kind: 'nothing' })
    setAsked(false)
  }

  // Only then: a browser offers to fill in every password field that it finds.
  if (!isAsked) return null
  return (
    <dialog ref={dialog} className="tk tk-dialog" aria-labelledby={`${id}-h`} onClose={close}>
      <form className="act-form stack" onSubmit={(event) => void send(event)}>
        <h2 id={`${id}-h`} ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <p>{words.text}</p>
        <div className="field">
          <label htmlFor={`${id}-email`}>{words.email}</label>
          <input type="email" id={`${id}-email`} autoComplete="username" value={email} readOnly />
        </div>
        <div className="field">
          <label htmlFor={`${id}-password`}>{words.password}</label>
          <input type="password" id={`${id}-password`} ref={password} autoComplete="current-password" required />
        </div>
        <div className="act">
          <div className="row">
            <button type="submit" className="btn" aria-disabled={shown.kind === 'running' ? true : undefined}>
              {words.signIn}
            </button>
            <button type="button" className="btn second" onClick={() => dialog.current?.close()}>
              {words.later}
            </button>
          </div>
          <Result shown={shown} />
        </div>
      </form>
    </dialog>
  )
}
