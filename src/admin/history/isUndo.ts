import type { Revision } from '@/stored/revisions'

/** What can be undone at once, until somebody has written again. */
const UNDOABLE = ['restore-section', 'bring-back-section', 'bring-back-common-section']

/** Is this action one that can be undone at once? */
export function isUndoable(did: string | null): boolean {
  return did !== null && UNDOABLE.includes(did)
}

/** How many consecutive saves are checked: whether an older save of a longer row was an undo stays unknown. */
export const MOST_IN_A_ROW = 60

type Saves<Document> = {
  /** The newest save (0) and those before it (1, 2 …); null for one that is not kept. */
  at: (index: number) => Promise<Revision<Document> | null>
  isSame: (one: Document, other: Document) => boolean
}

/**
 * Tells of each save whether it only undid the one before it, which was not an undo itself. An undo restores what was
 * there, as the history does: a person who restores again what they undid can undo that again. The answer is null if it
 * cannot be known from the kept saves. It depends only on the save and those before it, and not on the newest one.
 */
export function undoesOf<Document>({ at, isSame }: Saves<Document>): (index: number) => Promise<boolean | null> {
  const known = new Map<number, Promise<boolean | null>>()
  const doesRestore = (index: number) => {
    const found = known.get(index) ?? restoresPrevious({ at, isSame, index })
    known.set(index, found)
    return found
  }
  return async (index) => {
    for (let passed = 0; passed < MOST_IN_A_ROW; passed += 1) {
      const restores = await doesRestore(index + passed)
      if (restores === null) return null
      // This one is not an undo, so the one after it can be; then the next one is not, and so on.
      if (!restores) return passed % 2 === 1
    }
    return null
  }
}

/** Does a save restore the text that was there before a save that can be undone? Null if that is not kept. */
async function restoresPrevious<Document>({
  at,
  isSame,
  index,
}: Saves<Document> & { index: number }): Promise<boolean | null> {
  const last = await at(index)
  if (!last) return null
  if (last.did === 'restore-section' || !isUndoable(last.did)) return false
  const before = await at(index + 1)
  if (!before) return null
  if (!isUndoable(before.did)) return false
  const earlier = await at(index + 2)
  return earlier && isSame(earlier.document, last.document)
}
