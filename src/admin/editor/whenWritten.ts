import type { RefObject } from 'react'

/** A field of a block waits this long for the next key before it sends a request (Payload: 250 ms). */
const AFTER_TYPING = 300
/** The editor passes its text on when the browser is idle, after half a second at the latest. */
const HANDED_ON = 600
const AT_MOST = 10_000

/** Resolves when all typed words have reached the text. */
export async function whenWritten(pending: RefObject<number>): Promise<void> {
  await pause(AFTER_TYPING)
  const end = Date.now() + AT_MOST
  while (pending.current > 0 && Date.now() < end) await pause(50)
  await pause(50)
  await idle()
}

/** Resolves after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function idle(): Promise<void> {
  if (!('requestIdleCallback' in window)) return pause(HANDED_ON)
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: HANDED_ON }))
}
