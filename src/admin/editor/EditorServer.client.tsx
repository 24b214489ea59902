'use client'

import type { RootProvider } from '@payloadcms/ui'
import type { ServerFunctionClient } from 'payload'
import { type ComponentProps, createContext, type ReactNode, useContext, useMemo } from 'react'
import { sendSignedIn } from '../frame/signInAgain'
import { EDITOR_GROUND, SIGNED_OUT } from './editorFunctions'

/** What Payload's editor needs to know of the installation and the person; the server sends it (`loadEditorGround`). */
export type EditorGround = Omit<
  ComponentProps<typeof RootProvider>,
  'children' | 'serverFunction' | 'switchLanguageServerAction'
>

type Server = {
  /** Calls a function. If the session has ended, the person is asked to sign in, and it is called once more. */
  call: ServerFunctionClient
  /** What all editors on the page need, requested once, and again after it did not arrive. */
  loadGround: () => Promise<EditorGround | typeof SIGNED_OUT | null>
}

const Context = createContext<Server | null>(null)

/** Gives the editors on a page the function by which they request their parts from the server. */
export function EditorServer({ call, children }: { call: ServerFunctionClient; children: ReactNode }) {
  return <Context value={useMemo(() => serverBy(call), [call])}>{children}</Context>
}

/** Throws on a page without an editor, whose layout has no `EditorServer`. */
export function useEditorServer(): Server {
  const server = useContext(Context)
  if (!server) throw new Error('A text is edited outside of EditorServer')
  return server
}

function serverBy(callOnce: ServerFunctionClient): Server {
  const call: ServerFunctionClient = (args) =>
    sendSignedIn<unknown>(
      async () => callOnce(args),
      (answer) => answer === SIGNED_OUT,
    )
  let known: ReturnType<Server['loadGround']> | null = null
  const load: Server['loadGround'] = async () => {
    try {
      const answer: unknown = await call({ name: EDITOR_GROUND, args: {} })
      if (answer && answer !== SIGNED_OUT) return answer as EditorGround
      known = null
      return answer === SIGNED_OUT ? answer : null
    } catch {
      known = null
      return null
    }
  }
  return {
    call,
    loadGround: () => {
      known ??= load()
      return known
    },
  }
}
