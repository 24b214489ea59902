'use client'

import { useEffect } from 'react'
import { callRoute } from '../callAction'

/**
 * Extends the session of a person who does something on a page, at most every ten minutes, so that it does not end while
 * they work. A page that is only open extends nothing. If the session has ended, they are asked to sign in before they go
 * on (`SignInAgain`).
 */
export function KeepSession() {
  useEffect(() => {
    const extend = () => {
      if (Date.now() - extendedAt < EVERY_MS) return
      extendedAt = Date.now()
      void callRoute({ path: '/api/users/refresh-token', input: {} })
    }
    for (const kind of KINDS) window.addEventListener(kind, extend, { capture: true })
    return () => {
      for (const kind of KINDS) window.removeEventListener(kind, extend, { capture: true })
    }
  }, [])
  return null
}

/** Dictation gives no keys, and some aids only clicks. */
const KINDS = ['pointerdown', 'keydown', 'input', 'click'] as const
const EVERY_MS = 10 * 60 * 1000
let extendedAt = 0
