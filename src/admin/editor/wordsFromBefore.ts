import type { OpenShelf } from '../keptInWindow'
import { type Draft, type DraftPlace, draftOfCopy, type Form, keptDraft, originOfDraft } from './draft'
import { type KeptBefore, keptBefore } from './keptBefore'
import type { KeptOnServer } from './useCopyKeeper.client'

/** What a text opens with, of what somebody typed in it before and did not save. `window` is the name of this one. */
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
} & Form<Values>): KeptBefore<Draft<Values>> {
  return keptBefore({
    inWindow: keptDraft({ shelf, place, ...form }),
    origin: originOfDraft({ shelf, place }),
    read: (copy) => draftOfCopy(copy, form),
    window,
    onServer,
  })
}
