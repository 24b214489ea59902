'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { isSignedOut } from './isSignedOut'

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
