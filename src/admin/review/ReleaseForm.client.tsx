'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isEmptyField } from '@/domain/richText/sameText'
import { versionForbids } from '@/domain/versionNumber'
import type { ActionWords } from '../actionWords'
import { formInput } from '../formInput'
import { useOwnForm } from '../frame/MadeFor.client'
import { keepFields } from '../keptFields'
import { shelf } from '../keptInWindow'
import { Result } from '../Result'
import { useAction } from '../useAction.client'
import { useKeptFields } from '../useKeptFields.client'
import { LAST, type ReleaseWords, VERSION } from './releaseWords'

/** In the address while the confirmation is on the screen, so that the browser's Back leads to the notes. */
const QUESTION = '#confirm'

/** What the person types. */
const NAMES = ['version', 'notes'] as const

/**
 * The number and notes of a release, and the confirmation before it is made: what is released, to whom, and that it
 * cannot be undone. The fields keep what was typed while the confirmation is shown, after a refusal, and when somebody
 * leaves the page and returns in this window. Back leads from the confirmation to the fields, and Forward to the
 * confirmation again. If the text has changed in the meantime, the confirmation stays and shows the current text when
 * the person asks for it.
 */
export function ReleaseForm({
  action,
  fixed,
  place,
  last,
  next,
  words,
  actionWords,
  summary,
  children,
}: {
  action: string
  fixed: Record<string, unknown>
  /** Identifies the fields: whose they are and for which release. What was typed is restored there and nowhere else. */
  place: string
  /** The number of the last release; null before the first. */
  last: string | null
  next?: string
  words: ReleaseWords
  actionWords: ActionWords
  /** What the release contains and whom it reaches. */
  summary: ReactNode
  /** Plain fields: `version` and `notes`. */
  children: ReactNode
}) {
  const { run, running, shown, forget } = useAction({ next, words: actionWords })
  const [asked, setAsked] = useState<{ version: string; notes: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const ownForm = useOwnForm()
  const { keep } = useKeptFields({ form, kept: { place, names: NAMES } })
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  /** Only a confirmation that was opened here is in the history before us: an entry of another one shows the fields. */
  const wasAsked = useRef(false)

  const { seen } = fixed
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is confirmed is new when another state is shown.
  useEffect(() => {
    if (asked) heading.current?.focus()
  }, [asked, seen])

  const check = useRef(() => {})
  check.current = () => {
    const answer = checked()
    if (answer) setAsked(answer)
  }
  useEffect(() => {
    const move = () => {
      if (window.location.hash === QUESTION && wasAsked.current) check.current()
      else setAsked(null)
    }
    window.addEventListener('popstate', move)
    return () => window.removeEventListener('popstate', move)
  }, [])

  function ask(): void {
    const answer = checked()
    if (!answer) return
    window.history.pushState(null, '', QUESTION)
    wasAsked.current = true
    setAsked(answer)
  }

  /** What was typed, if it can be confirmed; otherwise the errors are shown. */
  function checked(): { version: string; notes: string } | null {
    if (!form.current) return null
    const typed = new FormData(form.current)
    const [version = '', notes = ''] = NAMES.map((name) => String(typed.get(name) ?? '').trim())
    // A refusal of an earlier number does not apply to this one.
    forget()
    const refusal = versionForbids({ version, last })
    const wrongNumber = refusal && (refusal.key === 'refusal.version-form' ? words.versionForm : words.versionNotHigher)
    const wrong =
      wrongNumber?.replaceAll(LAST, () => last ?? '').replaceAll(VERSION, () => version) ??
      (isEmptyField(notes) ? words.notesMissing : null)
    setProblem(wrong)
    if (wrong !== null) {
      form.current.querySelector<HTMLElement>(wrongNumber === null ? '[name=notes]' : '[name=version]')?.focus()
      return null
    }
    return { version, notes }
  }

  async function act(): Promise<void> {
    if (!form.current) return
    const isDone = await run({ action, input: formInput({ typed: new FormData(form.current), fixed }) })
    if (!isDone) return
    wasAsked.current = false
    keepFields({ shelf, place, typed: {} })
    // During navigation to another page the address belongs to the router: writing it here would take the person back.
    if (next) return
    form.current?.reset()
    window.history.replaceState(null, '', window.location.pathname + window.location.search)
    setAsked(null)
  }

  const said = (template: string): string => template.replaceAll(VERSION, () => asked?.version ?? '')
  return (
    <form
      ref={form}
      {...ownForm}
      className="act-form"
      onInput={keep}
      onSubmit={(event) => {
        event.preventDefault()
        if (!asked) ask()
      }}
    >
      <div className="stack" hidden={asked !== null}>
        {children}
        {problem === null ? null : (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <div className="act">
          <div className="row">
            <button type="submit" className="btn">
              {words.check}
            </button>
          </div>
        </div>
      </div>
      {asked ? (
        <section className="stack" aria-labelledby={`${id}-question`}>
          <h3 id={`${id}-question`} ref={heading} tabIndex={-1}>
            {said(words.question)}
          </h3>
          {summary}
          <div className="panel stack">
            <h4>{words.notes}</h4>
            <p className="typed-text">{asked.notes}</p>
          </div>
          <p className="note">
            <strong>{words.final}</strong> {words.correction}
          </p>
          <div className="row">
            <button type="button" className="btn second" onClick={() => window.history.back()}>
              {words.back}
            </button>
            <button
              type="button"
              className="btn"
              aria-disabled={running ? true : undefined}
              onClick={() => {
                if (!running) void act()
              }}
            >
              {said(words.act)}
            </button>
          </div>
        </section>
      ) : null}
      <Result shown={shown} />
    </form>
  )
}
