'use client'

import { type ReactNode, useId, useRef, useState } from 'react'
import { type ButtonLook, buttonClass } from './ActionButton.client'
import type { ActionWords } from './actionWords'
import { formInput } from './formInput'
import { useOwnForm } from './frame/MadeFor.client'
import { isTyped } from './keptFields'
import { Result, type ResultShown } from './Result'
import { unfinishedDates } from './unfinishedDates'
import { useAction } from './useAction.client'
import { type KeptFields, useKeptFields } from './useKeptFields.client'
import { type Because, Why } from './Why'

/** One of the things that can be done with what was typed. */
export type FormChoice = {
  action: string
  label: string
  look?: ButtonLook
  spoken?: string
  /** Why it is not possible yet; the button keeps its place. */
  because?: Because[]
  /** Added to the input, over the form's own. */
  input?: Record<string, unknown>
  /** What to say if somebody was faster, if it is not what the words of the form say. */
  stale?: string
}

/**
 * Fields and the buttons that do something with them. The children are plain fields (`<input name>`, `<textarea name>`)
 * without a state of their own: what was typed stays after refusals, stale answers and a refresh of the screen,
 * and is cleared after success. With `kept` it also stays when the page loses the form or somebody leaves the page; when
 * it is brought back, a button first asks the person to look at it.
 *
 *     <ActionForm fixed={{ edition, seen }} choices={[{ action: 'approve-edition', label: say('…') }]}
 *       words={actionWords(say)}><textarea name="comment" /></ActionForm>
 *
 * Enter in a one-line field presses the last choice. With `bar` the buttons stick to the lower edge of wide screens.
 */
export function ActionForm({
  fixed = {},
  choices,
  words,
  next,
  lists,
  optional,
  bar,
  kept,
  children,
}: {
  fixed?: Record<string, unknown>
  choices: FormChoice[]
  words: ActionWords
  next?: string
  /** Names of fields that give a list. */
  lists?: readonly string[]
  /** Names of fields that are omitted if they are empty. */
  optional?: readonly string[]
  /** Makes the buttons a bar at the lower edge, with this beside them. */
  bar?: ReactNode
  kept?: KeptFields
  children: ReactNode
}) {
  const { run, running, shown } = useAction({ next, words })
  const form = useRef<HTMLFormElement>(null)
  const ownForm = useOwnForm()
  const { hasTyped, unseen, see, keep } = useKeptFields({ form, kept })
  const [asked, setAsked] = useState<ResultShown | null>(null)
  const id = useId()

  async function press({ action, because = [], input, stale = words.stale }: FormChoice): Promise<void> {
    if (!form.current || because.length > 0 || running) return
    if (kept && unseen.length > 0) {
      const wrong = unseen.map((field) => ({ field, text: kept.unseen }))
      setAsked({ kind: 'problem', title: words.problem, texts: [kept.unseen], wrong })
      see()
      return
    }
    const unfinished = unfinishedDates(form.current)
    if (unfinished.length > 0) {
      const text = words.unfinished
      const wrong = unfinished.map((field) => ({ field, text }))
      setAsked({ kind: 'problem', title: words.problem, texts: [text], wrong })
      return
    }
    setAsked(null)
    const typed = formInput({
      typed: new FormData(form.current),
      fixed: { ...fixed, ...input },
      ...(lists ? { lists } : {}),
      ...(optional ? { optional } : {}),
    })
    const said = isAnyTyped(form.current) ? `${stale} ${words.kept}` : stale
    if (!(await run({ action, input: typed, stale: said }))) return
    form.current?.reset()
    keep()
  }

  const buttons = choices.map((choice, index) => {
    const blocked = (choice.because ?? []).length > 0
    return (
      <button
        key={choice.label}
        type="button"
        className={buttonClass({ look: choice.look ?? (index === choices.length - 1 ? 'filled' : 'second') })}
        aria-disabled={blocked || running ? true : undefined}
        aria-describedby={blocked ? `${id}-${index}` : hasTyped ? `${id}-kept` : undefined}
        onClick={() => void press(choice)}
      >
        {choice.label}
        {choice.spoken ? <span className="vh">: {choice.spoken}</span> : null}
      </button>
    )
  })
  const reasons = choices.map(({ label, because = [] }, index) =>
    because.length > 0 ? (
      <Why key={label} id={`${id}-${index}`} because={because} {...(choices.length > 1 ? { title: label } : {})} />
    ) : null,
  )

  const sent = kept && hasTyped ? <p id={`${id}-kept`}>{kept.said}</p> : null
  const result = <Result shown={asked ?? shown} />

  return (
    <form
      ref={form}
      {...ownForm}
      className="act-form"
      onInput={keep}
      onFocus={({ target }) => see(target.getAttribute('name') ?? '')}
      onSubmit={(event) => {
        event.preventDefault()
        const last = choices.at(-1)
        if (last) void press(last)
      }}
    >
      {children}
      {bar === undefined ? (
        <div className="act">
          <div className="row">{buttons}</div>
          {sent}
          {reasons}
          {result}
        </div>
      ) : (
        <div className="actions">
          <div className="actions-words">
            {bar}
            {sent}
            {reasons}
            {result}
          </div>
          <div className="row">{buttons}</div>
        </div>
      )}
    </form>
  )
}

/** Did the person write anything? Nothing else can be lost. */
function isAnyTyped(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type="hidden"]), textarea')
  return [...fields].some(isTyped)
}
