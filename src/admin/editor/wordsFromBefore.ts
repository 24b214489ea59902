import type { OpenShelf } from '../keptInWindow'
import { type CopyOf, type Draft, type DraftPlace, draftOfCopy, type Form, keptDraft, originOfDraft } from './draft'
import type { KeptOnServer } from './useCopyKeeper.client'

/** What somebody typed before in a text and did not save. */
export type FromBefore<Values> = {
  /** null if there is nothing that the form can show. */
  draft: Draft<Values> | null
  /** Is it what the server has, and not what this window kept? */
  isOfServer: boolean
  /** When another window kept it, ISO 8601; empty if it was this window. */
  typedAt: string
  /** The copies of other windows whose words are in it. */
  contained: readonly CopyOf[]
  /** What another window kept last, in a form that cannot be shown. */
  unreadable: KeptOnServer['newest']
}

/**
 * What a text opens with: what this window kept, or what it sent to the server since, as before a crash; if it has neither,
 * the newest copy of another window. `window` is the name of this one.
 */
export function wordsFromBefore<Values extends object>({
  shelf,
  place,
  window,
  onServer,
  ...form
}: {
  shelf: OpenShelf
  place: DraftPlace
  window: string
  onServer: KeptOnServer | null
} & Form<Values>): FromBefore<Values> {
  const inWindow = keptDraft({ shelf, place, ...form })
  const origin = originOfDraft({ shelf, place })
  const newest = onServer?.newest ?? null
  const elsewhere = newest ? draftOfCopy(newest.copy, form) : null
  const isOfThisWindow = newest !== null && [window, ...(inWindow ? [origin.window] : [])].includes(newest.window)
  const isLater = isOfThisWindow && elsewhere !== null && newest.turn > origin.turn
  const here = isLater ? null : inWindow
  const sent = (onServer?.known ?? []).filter((one) => one.window === origin.window && !(one.turn > origin.turn))
  const contained = [...(inWindow ? origin.contained : []), ...(here ? sent : newest && elsewhere ? [newest] : [])]
  return {
    draft: here ?? elsewhere,
    isOfServer: here === null && elsewhere !== null,
    typedAt: here || !newest || isOfThisWindow ? '' : newest.at,
    contained: contained.filter((one) => one.window !== window).map(({ window, at }) => ({ window, at })),
    unreadable: here || elsewhere ? null : newest,
  }
}
