'use client'

import { type RefObject, useEffect } from 'react'
import { drop, keep, kept, shelf } from './keptInWindow'

/**
 * The button that was pressed is often gone afterwards, so the focus moves to the message of the next screen. When it was
 * pressed is kept in the window: the next screen can be another document.
 */
const PLACE = { shelf, name: 'toolkit-message-expected' }

/**
 * A slow server takes some seconds to show the next screen; a message that is opened later does not belong to the
 * action.
 */
const MOST = 30_000

/** An action was done: a message on the next screen takes the focus, once. */
export function expectMessage(): void {
  keep({ ...PLACE, value: { at: Date.now() } })
}

/**
 * Was an action just done that the next screen has a message about? Not any more once the message has taken the focus.
 */
export function isMessageExpected(): boolean {
  const { at } = kept(PLACE)
  return typeof at === 'number' && Date.now() - at <= MOST
}

/** Moves the focus to a message about an action that was just done, and again when the message changes (`about`). */
export function useMessageFocus({ place, about }: { place: RefObject<HTMLElement | null>; about: string }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is why it runs again
  useEffect(() => {
    if (!isMessageExpected()) return
    drop(PLACE)
    place.current?.focus()
  }, [place, about])
}
