import type { CopyOf, DraftOrigin, KeptCopy } from './draft'
import type { KeptOnServer } from './useCopyKeeper.client'

/** What somebody began before and did not save. */
export type KeptBefore<Value> = {
  /** Null if there is nothing that the form can show. */
  value: Value | null
  /** Does the server have all of it, so that nothing of it is to be sent? */
  isOnServer: boolean
  /** When another window kept it, ISO 8601; empty if it was this window. */
  typedAt: string
  /** The copies of other windows whose words are in it. */
  contained: readonly CopyOf[]
  /** When other windows last kept words that are not in it, ISO 8601; empty if none did. */
  besidesAt: string
  /** What another window kept last, in a form that cannot be shown. */
  unreadable: KeptOnServer['newest']
}

/**
 * What a form opens with: what this window kept, or what it sent to the server since, as before a crash; if it has neither,
 * the newest copy of another window.
 */
export function keptBefore<Value>({
  inWindow,
  origin,
  window,
  onServer,
  read,
}: {
  /** What this window kept; null if it is nothing that the form can show. */
  inWindow: Value | null
  /** From where that is. */
  origin: DraftOrigin
  /** The name of this window. */
  window: string
  onServer: KeptOnServer | null
  /** Reads a copy; null if the form cannot show it. */
  read: (copy: string) => Value | null
}): KeptBefore<Value> {
  const newest = onServer?.newest ?? null
  const elsewhere = newest ? read(newest.copy) : null
  const isOfThisWindow = newest !== null && [window, ...(inWindow ? [origin.window] : [])].includes(newest.window)
  const isLater = isOfThisWindow && elsewhere !== null && newest.turn > origin.turn
  const here = isLater ? null : inWindow
  const isSent = (one: KeptCopy) => one.window === window && origin.window === window && one.turn > origin.turn
  const sent = (onServer?.known ?? []).filter((one) => one.window === origin.window && !(one.turn > origin.turn))
  const contained = [...(inWindow ? origin.contained : []), ...(here ? sent : newest && elsewhere ? [newest] : [])]
  // A window whose copy is in it can have kept other words since.
  const isIn = (one: KeptCopy) =>
    one.window === window || contained.some((of) => of.window === one.window && of.at >= one.at)
  const besides = onServer?.known.find((one) => !isIn(one))
  return {
    value: here ?? elsewhere,
    isOnServer: here ? (onServer?.known ?? []).some(isSent) : elsewhere !== null,
    typedAt: here || !newest || isOfThisWindow ? '' : newest.at,
    contained: contained.filter((one) => one.window !== window).map(({ window, at }) => ({ window, at })),
    besidesAt: besides?.at ?? '',
    unreadable: here || elsewhere ? null : newest,
  }
}
