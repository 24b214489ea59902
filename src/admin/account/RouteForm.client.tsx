'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type ButtonLook, buttonClass } from '../ActionButton.client'
import type { ActionWords } from '../actionWords'
import { callRoute } from '../callAction'
import { formInput } from '../formInput'
import { useOwnForm } from '../frame/MadeFor.client'
import { Result, type ResultShown } from '../Result'
import { problemOf } from '../useAction.client'

/**
 * Fields that are sent to one of our routes outside the actions, and its button. Fields keep what was typed when the
 * route refuses. With `next` it goes there on success, by loading the page, so that everything the browser knew about
 * the person is gone; `mustChange` is used instead if the answer says that a password must be changed.
 */
export function RouteForm({
  path,
  fixed = {},
  label,
  words,
  next,
  mustChange,
  look = 'filled',
  isSentAtOnce = false,
  children,
}: {
  path: string
  fixed?: Record<string, unknown>
  label: string
  words: ActionWords
  next?: string
  mustChange?: string
  look?: ButtonLook
  /** It is sent when the page is opened; the button is for when that fails. */
  isSentAtOnce?: boolean
  children?: ReactNode
}) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const ownForm = useOwnForm()
  const [shown, setShown] = useState<ResultShown>({ kind: 'nothing' })

  async function send(): Promise<void> {
    if (!form.current || shown.kind === 'running') return
    const input = formInput({ typed: new FormData(form.current), fixed })
    setShown({ kind: 'running', text: words.running })
    const answer = await callRoute({ path, input })
    if (answer.kind !== 'done') {
      setShown(problemOf({ answer, words }))
      return
    }
    if (next) {
      window.location.assign(answer.result.passwordMustChange === true && mustChange ? mustChange : next)
      return
    }
    form.current?.reset()
    setShown({ kind: 'done', text: words.done })
    router.refresh()
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened.
  useEffect(() => {
    if (isSentAtOnce) void send()
  }, [])

  return (
    <form
      ref={form}
      {...ownForm}
      className="act-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <div className="act">
        <div className="row">
          <button
            type="submit"
            className={buttonClass({ look })}
            aria-disabled={shown.kind === 'running' ? true : undefined}
          >
            {label}
          </button>
        </div>
        <Result shown={shown} />
      </div>
    </form>
  )
}
