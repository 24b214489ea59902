import type { Revision } from '@/stored/revisions'

/** What can be undone at once, until somebody has written again. */
const UNDOABLE = ['restore-section', 'bring-back-section', 'bring-back-common-section']

/** Is this action one that can be undone at once? */
export function isUndoable(did: string | null): boolean {
  return did !== null && UNDOABLE.includes(did)
}

/** How many consecutive saves are checked: a person who alternates more often is offered to undo the last one. */
const MOST_IN_A_ROW = 12

/**
 * Did a save only undo the one before it, which was not an undo itself? An undo restores what was there, as the history
 * does: a person who restores again what they undid can undo that again.
 */
export async function isUndo<Document>({
  at,
  isSame,
  most = MOST_IN_A_ROW,
}: {
  /** The save in question (0) and those before it (1, 2 …); null for one that is not known. */
  at: (index: number) => Promise<Revision<Document> | null>
  isSame: (one: Document, other: Document) => boolean
  most?: number
}): Promise<boolean> {
  if (most === 0) return false
  const [last, before] = [await at(0), await at(1)]
  if (!last || !before || last.did === 'restore-section') return false
  if (!isUndoable(last.did) || !isUndoable(before.did)) return false
  const earlier = await at(2)
  if (!earlier || !isSame(earlier.document, last.document)) return false
  return !(await isUndo({ at: (index) => at(index + 1), isSame, most: most - 1 }))
}
