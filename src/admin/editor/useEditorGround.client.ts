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
}: {
  attempt: number
  onMissing: () => void
}): EditorGround | null {
  const { loadGround } = useEditorServer()
  const tell = useRef(onMissing)
  tell.current = onMissing
  const [ground, setGround] = useState<EditorGround | null>(null)
  const isThere = ground !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each attempt.
  useEffect(() => {
    if (isThere) return
    let isOver = false
    void loadGround().then((answer) => {
      if (isOver) return
      if (answer === null || answer === SIGNED_OUT) tell.current()
      else setGround(answer)
    })
    return () => {
      isOver = true
    }
  }, [attempt])
  return ground
}
