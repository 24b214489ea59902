'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Language } from '@/domain/language'
import { callActionQuietly } from '../callAction'
import { shelf, windowName } from '../keptInWindow'
import { copyKeeper, type Sent } from './copyKeeper'

/** Of which text, and what is kept of it on the server: the newest copy first. */
export type KeptOnServer = {
  of: ({ variant: string } | { toolkit: string }) & { key: string; language: Language }
  copies: readonly (TakenUp & { copy: string })[]
}

/** A copy that this page goes on with: of which window, and when it was kept (ISO 8601). */
export type TakenUp = { window: string; at: string }

/**
 * Keeps unsaved words on the server, for this person only: they are there on another device, and after the browser or the
 * computer stopped.
 */
export function useCopyKeeper({
  to,
  takenUp,
  work,
  read,
}: {
  to: KeptOnServer | null
  /** Goes with the first copy that says that nothing is unsaved. */
  takenUp: RefObject<TakenUp | null>
  /** Changes whenever something was typed, saved or discarded. */
  work: { isReady: boolean }
  /** What is unsaved; null if nothing is. */
  read: () => object | null
}): void {
  const given = useRef({ to, takenUp, read })
  given.current.read = read
  const keeper = useRef<ReturnType<typeof copyKeeper> | null>(null)

  useEffect(() => {
    const { to, takenUp } = given.current
    if (!to) return
    const isHeld = takenUp.current !== null || to.copies.some(({ window }) => window === windowName(shelf))
    const own = copyKeeper({
      read: () => {
        const unsaved = given.current.read()
        return unsaved ? JSON.stringify(unsaved) : null
      },
      isHeld,
      send: async (copy, isLast): Promise<Sent> => {
        const { window, at } = takenUp.current ?? {}
        const ended = copy === null && window ? [{ window, at }] : []
        const input = { ...to.of, window: windowName(shelf), copy, ended }
        const { kind } = await callActionQuietly({ action: 'keep-working-copy', input, isLast })
        return kind === 'done' ? 'kept' : kind === 'unknown' ? 'later' : 'refused'
      },
    })
    keeper.current = own
    window.addEventListener('pagehide', own.leave)
    return () => {
      window.removeEventListener('pagehide', own.leave)
      own.leave()
    }
  }, [])

  useEffect(() => {
    if (work.isReady) keeper.current?.changed()
  }, [work])
}
