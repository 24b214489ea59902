import type { MovedWith } from './movedText'
import { keysOf, type SectionUpdate, toBeChecked } from './sectionUpdate'

/**
 * Returns the sections into which the common framework moved text of an update, and which do not come in with it, or bring theirs to
 * one that does not: readers would find the text nowhere. `updateOf` gives what waits in a section; where nothing does, readers have
 * the text. `comes` says which updates come in.
 */
export function goesWithout(
  update: SectionUpdate,
  { updateOf, comes }: { updateOf: (key: string) => SectionUpdate | null; comes: (update: SectionUpdate) => boolean },
): MovedWith[] {
  const isLost = (key: string, seen: Set<string>): boolean => {
    const next = updateOf(key)
    if (!next || seen.has(next.key)) return false
    seen.add(next.key)
    return !comes(next) || (next.goesInto ?? []).some((one) => isLost(one.key, seen))
  }
  return (update.goesInto ?? []).filter((one) => isLost(one.key, new Set([update.key])))
}

/** Gives what `goesWithout` returns where of these updates only those under these keys come in. */
export function goesWithoutOthers(
  updates: readonly SectionUpdate[],
  keys: ReadonlySet<string>,
): (update: SectionUpdate) => MovedWith[] {
  const updateOf = updateAmong(updates)
  return (update) => goesWithout(update, { updateOf, comes: ({ key }) => keys.has(key) })
}

/** Returns a ready update as one to be checked if text goes with it into sections that are not ready (`goesWithout`). */
export function heldBack(update: SectionUpdate, updateOf: (key: string) => SectionUpdate | null): SectionUpdate {
  if (update.status !== 'ready') return update
  const into = goesWithout(update, { updateOf, comes: ({ status }) => status === 'ready' })
  return into.length === 0 ? update : toBeChecked(update, { from: [], into, back: [] })
}

/** Returns what gives the update of a section among these, also of one that is decided with another one; null if none waits. */
export function updateAmong(updates: readonly SectionUpdate[]): (key: string) => SectionUpdate | null {
  const byKey = new Map(updates.flatMap((update) => keysOf(update).map((key) => [key, update])))
  return (key) => byKey.get(key) ?? null
}
