'use client'

import type { RootProvider } from '@payloadcms/ui'
import type { ServerFunctionClient } from 'payload'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useEditorServer } from './EditorServer.client'
import { isSignedOut } from './isSignedOut'

type Provided = ComponentProps<typeof RootProvider>

/** What Payload's editor needs to know of the installation and the person; the server sends it (`loadEditorGround`). */
export type EditorGround = Omit<Provided, 'children' | 'serverFunction' | 'switchLanguageServerAction'>

/**
 * Requests what an editor needs, when it is first shown and with each further attempt until it has arrived. Meanwhile it
 * is null.
 */
export function useEditorGround({
  attempt,
  onMissing,
  onSignedOut,
}: {
  attempt: number
  onMissing: () => void
  onSignedOut: () => void
}): EditorGround | null {
  const call = useEditorServer()
  const told = useRef({ onMissing, onSignedOut })
  told.current = { onMissing, onSignedOut }
  const [ground, setGround] = useState<EditorGround | null>(null)
  const isThere = ground !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt.
  useEffect(() => {
    if (isThere) return
    let isOver = false
    void ask(call).then((answer) => {
      if (isOver) return
      if (answer === 'signed-out') told.current.onSignedOut()
      if (typeof answer === 'object') setGround(answer)
      else told.current.onMissing()
    })
    return () => {
      isOver = true
    }
  }, [attempt])
  return ground
}

/** Next leaves the page, with what is typed in it, if nobody is signed in any more, so that is checked first. */
async function ask(call: ServerFunctionClient): Promise<EditorGround | 'signed-out' | 'missing'> {
  if (await isSignedOut()) return 'signed-out'
  try {
    const ground: unknown = await call({ name: 'editor-ground', args: {} })
    return ground ? (ground as EditorGround) : 'missing'
  } catch {
    return 'missing'
  }
}
