import { MOST_SECTIONS } from './mostSections'
import type { MovedInFile } from './movedInFile'

/** A section between which and others text moved, and why it may not be saved. */
type Moving = { key: string; moved: MovedInFile; because: readonly unknown[] }

/**
 * The sections that are taken over or left together because text moved between them, by key: each has the key of the first of them.
 * A section that may not be saved is with none, and neither are more sections than can be saved at once: else nobody could save the
 * others.
 */
export function heldTogether(sections: readonly Moving[]): ReadonlyMap<string, string> {
  const possible = new Map(sections.flatMap((one) => (one.because.length === 0 ? [[one.key, one] as const] : [])))
  const seen = new Set<string>()
  const groups = new Map<string, string>()
  for (const first of possible.keys()) {
    if (seen.has(first)) continue
    seen.add(first)
    const group = [first]
    // The group grows while it is read.
    for (const key of group) {
      const { into = [], from = [] } = possible.get(key)?.moved ?? {}
      for (const other of [...into, ...from]) {
        if (seen.has(other) || !possible.has(other)) continue
        seen.add(other)
        group.push(other)
      }
    }
    if (group.length === 1 || group.length > MOST_SECTIONS) continue
    for (const key of group) groups.set(key, first)
  }
  return groups
}

/** The section that lost text and the one that gained it, where only one of the two is among those that are saved; null if there is none. */
export function halfOfMove<Of extends { key: string; moved: MovedInFile; group: string | null }>(
  sections: readonly Of[],
  saved: ReadonlySet<string>,
): { from: Of; into: Of } | null {
  const byKey = new Map(sections.map((section) => [section.key, section]))
  for (const from of sections) {
    if (from.group === null) continue
    for (const key of from.moved.into) {
      const into = byKey.get(key)
      if (into && into.group === from.group && saved.has(from.key) !== saved.has(into.key)) return { from, into }
    }
  }
  return null
}
