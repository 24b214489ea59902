'use client'

import { useEffect, useRef, useState } from 'react'
import { type EditorGround, useEditorServer } from './EditorServer.client'
import { SIGNED_OUT } from './editorFunctions'

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
  const { loadGround } = useEditorServer()
  const told = useRef({ onMissing, onSignedOut })
  told.current = { onMissing, onSignedOut }
  const [ground, setGround] = useState<EditorGround | null>(null)
  const isThere = ground !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt.
  useEffect(() => {
    if (isThere) return
    let isOver = false
    void loadGround().then((answer) => {
      if (isOver) return
      if (answer === SIGNED_OUT) told.current.onSignedOut()
      if (answer === null || answer === SIGNED_OUT) told.current.onMissing()
      else setGround(answer)
    })
    return () => {
      isOver = true
    }
  }, [attempt])
  return ground
}
