import { justDone } from '../DoneMessage'
import type { ViewProps } from '../frame/visitor'
import type { WorkingRow } from './workingRows'

/** What the list of a common framework says directly after it was done on another screen: `done=divided KEY`. */
export const DONE_IN_TREE = ['returned', 'divided', 'joined'] as const
export type DoneInTree = (typeof DONE_IN_TREE)[number]

/** Returns what was just done and the section that is there now; null if nothing was. */
export function doneInTree(
  view: Pick<ViewProps, 'searchParams'>,
  rows: readonly WorkingRow[],
): { what: DoneInTree; row: WorkingRow } | null {
  const [asked, key] = justDone(view).split(' ')
  const what = DONE_IN_TREE.find((one) => one === asked)
  const row = rows.find((one) => one.key === key)
  return what && row ? { what, row } : null
}
