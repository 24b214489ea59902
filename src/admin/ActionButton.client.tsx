'use client'

import { type ReactNode, useId } from 'react'
import type { ActionWords } from './actionWords'
import { Result } from './Result'
import { useAction } from './useAction.client'
import { type Because, Why } from './Why'

/** How prominent a button is: one filled button in a view. */
export type ButtonLook = 'filled' | 'second' | 'quiet'

/**
 * A button that does one thing (an action of src/actions) with a fixed input.
 *
 *     <ActionButton action="submit-edition" input={{ edition, seen }} label={say('…')} words={actionWords(say)} />
 *
 * Refusals are shown beside it; on success it goes to `next` (parts in braces come from the action's result:
 * `/admin/version/{variant}`) or refreshes the screen. With `because` it cannot be used yet: it keeps its place and
 * its focus, and the reasons are beside it. Screen readers also get `spoken`, which tells equal buttons apart.
 */
export function ActionButton({
  action,
  input,
  label,
  words,
  next,
  spoken,
  because = [],
  describedBy,
  look = 'filled',
  small = false,
}: {
  action: string
  input: Record<string, unknown>
  label: ReactNode
  words: ActionWords
  next?: string
  spoken?: string
  because?: Because[]
  /** The id of a sentence elsewhere on the screen that says what else the action does. */
  describedBy?: string | undefined
  look?: ButtonLook
  small?: boolean
}) {
  const { run, running, shown } = useAction({ next, words })
  const whyId = useId()
  const blocked = because.length > 0
  return (
    <div className="act">
      <button
        type="button"
        className={buttonClass({ look, small })}
        aria-disabled={blocked || running ? true : undefined}
        aria-describedby={[blocked ? whyId : '', describedBy ?? ''].filter(Boolean).join(' ') || undefined}
        onClick={() => {
          if (!blocked) void run({ action, input })
        }}
      >
        {label}
        {spoken ? <span className="vh">: {spoken}</span> : null}
      </button>
      {blocked ? <Why id={whyId} because={because} /> : null}
      <Result shown={shown} />
    </div>
  )
}

export function buttonClass({ look, small = false }: { look: ButtonLook; small?: boolean }): string {
  return ['btn', look === 'filled' ? '' : look, small ? 'sm' : ''].filter(Boolean).join(' ')
}
