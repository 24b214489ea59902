'use client'

import { ServerFunctionsContext, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, type RefObject, useMemo, useRef } from 'react'
import { SIGNED_OUT } from './editorFunctions'

/**
 * What an editor requests from the server. A checklist in the text is a form of its own, and what is typed into it
 * reaches the text only with the answer, so those requests are counted. If nobody is signed in, a form in the text keeps what
 * is typed in it, without an answer. If the parts of an editor do not arrive, Payload only writes to the console, and its
 * editor waits for ever (3.90.2).
 */
export function EditorForms({
  pending,
  onMissing,
  children,
}: {
  pending: RefObject<number>
  /** The parts of the editor did not arrive. */
  onMissing: () => void
  children: ReactNode
}) {
  const tell = useRef(onMissing)
  tell.current = onMissing
  const functions = useServerFunctions()
  const counted = useMemo<typeof functions>(
    () => ({
      ...functions,
      getFormState: async (args) => {
        pending.current += 1
        try {
          const answer = await functions.getFormState(args)
          return isSignedOut(answer) ? NEVER : answer
        } finally {
          pending.current -= 1
        }
      },
      _internal_renderField: async (args) => {
        const parts = await functions._internal_renderField(args)
        if (parts?.Field) return parts
        tell.current()
        return NEVER
      },
    }),
    [functions, pending],
  )
  return <ServerFunctionsContext value={counted}>{children}</ServerFunctionsContext>
}

const NEVER = new Promise<never>(() => {})

/** Payload passes on whatever the server answers. */
function isSignedOut(answer: unknown): boolean {
  return answer === SIGNED_OUT
}
