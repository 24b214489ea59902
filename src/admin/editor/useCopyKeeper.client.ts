'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Language } from '@/domain/language'
import { callActionQuietly } from '../callAction'
import { shelf, windowName } from '../keptInWindow'
import { copyKeeper, type Sent } from './copyKeeper'
import type { CopyOf, KeptCopy } from './draft'
import { nextTurn, passTurn } from './turns'

/**
 * Of which text, what was kept of it on the server last, and which windows of this person have kept something of it, the
 * newest first.
 */
export type KeptOnServer = {
  of: ({ variant: string } | { toolkit: string }) & { key: string; language: Language }
  newest: (KeptCopy & { copy: string }) | null
  known: readonly KeptCopy[]
}

/** Sends what is unsaved in this window; null if nothing is. `ended`: copies whose words are in it, or were discarded. */
export async function sendCopy({
  of,
  copy,
  ended,
  isLast,
}: Pick<KeptOnServer, 'of'> & { copy: string | null; ended: readonly CopyOf[]; isLast: boolean }): Promise<Sent> {
  const others = ended.map(({ window, at }) => ({ window, at }))
  const turn = nextTurn()
  const input = { ...of, window: windowName(shelf), turn, copy, ended: others }
  const answer = await callActionQuietly({ action: 'keep-working-copy', input, isLast })
  if (answer.kind === 'done') {
    const stored = Number(answer.result.turn)
    passTurn(stored)
    return stored > turn ? 'later' : 'kept'
  }
  // Another window of this person was kept at the same moment, a server that stopped still holds the copy, or it is busy.
  const isInTheWay = answer.kind === 'refused' && (answer.isMoved || answer.isBusy)
  return answer.kind === 'unknown' || isInTheWay ? 'later' : 'refused'
}

/** Ends a copy of another window that was shown here and discarded; what is unsaved here stays. */
export function discardCopy({
  of,
  discarded,
  unsaved,
}: Pick<KeptOnServer, 'of'> & { discarded: CopyOf; unsaved: object | null | undefined }): void {
  const copy = unsaved ? JSON.stringify(unsaved) : null
  void sendCopy({ of, copy, ended: [discarded], isLast: false })
}

/**
 * Keeps unsaved words on the server, for this person only: they are there on another device, and after the browser or the
 * computer stopped.
 */
export function useCopyKeeper({
  to,
  contained,
  work,
  read,
  onKept = () => {},
}: {
  to: KeptOnServer | null
  /** The copies whose words are in what is typed here. They end with the next copy that is kept. */
  contained: RefObject<readonly CopyOf[]>
  /** Changes whenever something was typed, saved or discarded. */
  work: { isReady: boolean }
  /** What is unsaved; null if nothing is; undefined if it is on the server as another window kept it. */
  read: () => object | null | undefined
  /** Called once the server has what is unsaved here, with nothing that was typed since. */
  onKept?: () => void
}): void {
  const given = useRef({ to, contained, read, onKept })
  Object.assign(given.current, { read, onKept })
  const keeper = useRef<ReturnType<typeof copyKeeper> | null>(null)

  useEffect(() => {
    const { to, contained } = given.current
    if (!to) return
    const unsavedNow = () => {
      const unsaved = given.current.read()
      return unsaved ? JSON.stringify(unsaved) : unsaved
    }
    const own = copyKeeper({
      read: unsavedNow,
      isHeld: contained.current.length > 0 || to.known.some(({ window }) => window === windowName(shelf)),
      send: async (copy, isLast) => {
        const ended = contained.current
        const sent = await sendCopy({ of: to.of, copy, ended, isLast })
        if (sent !== 'kept') return sent
        contained.current = contained.current.filter((one) => !ended.includes(one))
        if (unsavedNow() === copy) given.current.onKept()
        return sent
      },
    })
    keeper.current = own
    const hidden = () => document.visibilityState === 'hidden' && own.leave()
    window.addEventListener('pagehide', own.leave)
    // A phone can end a page that is not shown without another word.
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', own.leave)
      document.removeEventListener('visibilitychange', hidden)
      own.end()
    }
  }, [])

  useEffect(() => {
    if (work.isReady) keeper.current?.changed()
  }, [work])
}
