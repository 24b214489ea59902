'use client'

import type { ServerFunctionClient } from 'payload'
import { createContext, type ReactNode, useContext } from 'react'

const Call = createContext<ServerFunctionClient | null>(null)

/** Gives the editors on a page the function by which they request their parts from the server. */
export function EditorServer({ call, children }: { call: ServerFunctionClient; children: ReactNode }) {
  return <Call value={call}>{children}</Call>
}

/** Throws on a page without an editor, whose layout has no `EditorServer`. */
export function useEditorServer(): ServerFunctionClient {
  const call = useContext(Call)
  if (!call) throw new Error('A text is edited outside of EditorServer')
  return call
}
