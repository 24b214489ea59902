'use client'

import { type RefObject, useEffect } from 'react'

/** The button that was pressed is often gone afterwards, so the focus moves to the message of the next screen. */
let expectedAt = 0

/**
 * A slow server takes some seconds to show the next screen; a message that is opened later does not belong to the
 * action.
 */
const MOST = 30_000

/** An action was done: a message on the next screen takes the focus, once. */
export function expectMessage(): void {
  expectedAt = Date.now()
}

/**
 * Was an action just done that the next screen has a message about? Not any more once the message has taken the focus.
 */
export function isMessageExpected(): boolean {
  return Date.now() - expectedAt <= MOST
}

/** Moves the focus to a message about an action that was just done, and again when the message changes (`about`). */
export function useMessageFocus({ place, about }: { place: RefObject<HTMLElement | null>; about: string }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is why it runs again
  useEffect(() => {
    if (!isMessageExpected()) return
    expectedAt = 0
    place.current?.focus()
  }, [place, about])
}
