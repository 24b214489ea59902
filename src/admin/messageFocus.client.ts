'use client'

import { type RefObject, useEffect } from 'react'

/** The button that was pressed is often gone afterwards; the keyboard then goes on from what the next screen says. */
let expectedAt = 0

/** A slow server takes some seconds to show the next screen; a message that is opened later has not this reason. */
const MOST = 30_000

/** An action was done: a message that the next screen shows takes the focus, once. */
export function expectMessage(): void {
  expectedAt = Date.now()
}

/** Was an action just done that the next screen says something of? No longer so once that has taken the focus. */
export function isMessageExpected(): boolean {
  return Date.now() - expectedAt <= MOST
}

/** Puts the focus on a message about an action that was just done, and again when it says something else (`about`). */
export function useMessageFocus({ place, about }: { place: RefObject<HTMLElement | null>; about: string }): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `about` is why it runs again
  useEffect(() => {
    if (!isMessageExpected()) return
    expectedAt = 0
    place.current?.focus()
  }, [place, about])
}
