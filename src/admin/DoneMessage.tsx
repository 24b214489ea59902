import type { ReactNode } from 'react'
import { AfterAction } from './AfterAction.client'
import { queryOf, type ViewProps } from './frame/visitor'
import { MessageHeading } from './MessageHeading.client'

const DONE = 'done'

/** The address of a screen that says, directly afterwards, that this was done (`justDone`). */
export function doneAddress(address: string, done: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${DONE}=${encodeURIComponent(done)}`
}

/** What the address says was just done; empty if it says nothing. */
export function justDone(view: Pick<ViewProps, 'searchParams'>): string {
  return queryOf(view, DONE)
}

/**
 * Says, directly afterwards, what was done (`about` distinguishes it from the next message). The button that did it is often gone
 * by then, so the focus moves here.
 */
export function DoneMessage({ about, title, children }: { about: string; title: string; children?: ReactNode }) {
  return (
    <AfterAction about={about}>
      <section className="panel wash" aria-labelledby="done-title">
        <MessageHeading id="done-title" about={about}>
          {title}
        </MessageHeading>
        {children}
      </section>
    </AfterAction>
  )
}
