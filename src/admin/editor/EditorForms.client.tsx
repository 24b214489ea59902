'use client'

import { ServerFunctionsContext, useDocumentInfo, useServerFunctions } from '@payloadcms/ui'
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { SIGNED_OUT } from './editorFunctions'
import { pause } from './whenWritten'

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
  const { getDocPreferences } = useDocumentInfo()

  // The first form in which somebody types would ask for them before it sends what was typed, and nobody would wait for it.
  useEffect(() => {
    const isThere = getDocPreferences()
    pending.current += 1
    void Promise.race([isThere, pause(LONGEST_WAIT)]).finally(() => {
      pending.current -= 1
    })
  }, [getDocPreferences, pending])

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

/** An answer that is lost never comes (3.90.2). */
const LONGEST_WAIT = 10_000

const NEVER = new Promise<never>(() => {})

/** Payload passes on whatever the server answers. */
function isSignedOut(answer: unknown): boolean {
  return answer === SIGNED_OUT
}
