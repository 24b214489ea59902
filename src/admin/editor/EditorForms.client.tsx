'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'

/**
 * What an editor requests from the server. A checklist in the text is a form of its own, and what is typed into it
 * reaches the text only with the answer, so those requests are counted. An editor that opens requests its parts: Next
 * leaves the page, with what is typed in it, if nobody is signed in any more, so that is checked first. If the parts do
 * not arrive, Payload only writes to the console, and its editor waits for ever (3.90.2).
 */
export function EditorForms({
  pending,
  onMissing,
  onSignedOut,
  children,
}: {
  pending: RefObject<number>
  /** The parts of the editor did not arrive. */
  onMissing: () => void
  onSignedOut: () => void
  children: ReactNode
}) {
  const told = useRef({ onMissing, onSignedOut })
  told.current = { onMissing, onSignedOut }
  const functions = useServerFunctions()
  const counted = useMemo<typeof functions>(
    () => ({
      ...functions,
      getFormState: async (args) => {
        pending.current += 1
        try {
          return await functions.getFormState(args)
        } finally {
          pending.current -= 1
        }
      },
      _internal_renderField: async (args) => {
        if (await isSignedOut()) told.current.onSignedOut()
        else {
          const parts = await functions._internal_renderField(args)
          if (parts?.Field) return parts
        }
        told.current.onMissing()
        return new Promise(() => {})
      },
    }),
    [functions, pending],
  )
  return <ServerFunctionsContext value={counted}>{children}</ServerFunctionsContext>
}

/** Has the session ended, as far as the server can be asked? */
async function isSignedOut(): Promise<boolean> {
  try {
    const { user } = await (await fetch('/api/users/me')).json()
    return user === null
  } catch {
    return false
  }
}

/** A field of a block waits this long for the next key before it sends a request (Payload: 250 ms). */
const AFTER_TYPING = 300
/** The editor passes its text on when the browser is idle, after half a second at the latest. */
const HANDED_ON = 600
const AT_MOST = 10_000

/** Resolves when all typed words have reached the text. */
export async function whenWritten(pending: RefObject<number>): Promise<void> {
  await pause(AFTER_TYPING)
  const end = Date.now() + AT_MOST
  while (pending.current > 0 && Date.now() < end) await pause(50)
  await pause(50)
  await idle()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function idle(): Promise<void> {
  if (!('requestIdleCallback' in window)) return pause(HANDED_ON)
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: HANDED_ON }))
}
