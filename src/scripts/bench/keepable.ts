import { diffArrays } from 'diff'
import { cutTokens } from './flatTokens'
import type { LineConflict, LineMerge } from './lineMerge'

/**
 * Whether people kept every change of both sides at every conflict of a merge by line, and wrote nothing of their own:
 * only such results can be reached by an engine that prefers no side.
 *
 * The conflicts are located in the committed text: lines that merged cleanly are aligned with its lines, and the text
 * between two aligned lines belongs to the conflicts between them (and to the clean lines there that were not found).
 * In it, each token must occur as often as with all changes of both sides: as in the base, plus what ours and theirs
 * added, less what they deleted. A change that both sides made in the same way may count once or twice (both added one
 * paragraph, and it was kept once; both added the word “and”, in two places). The order and the clean parts do not
 * matter.
 */
export function isKeepable({ merge, committed }: { merge: LineMerge; committed: string }): boolean {
  return stretchesOf({ merge, committed: committed.split('\n') }).every(({ conflicts, clean, committed: found }) => {
    const counts = countsOf(found.join('\n'))
    const least = countsOf(clean.join('\n'))
    const most = new Map(least)
    for (const conflict of conflicts) {
      for (const [token, range] of expectedIn(conflict)) {
        least.set(token, (least.get(token) ?? 0) + range.least)
        most.set(token, (most.get(token) ?? 0) + range.most)
      }
    }
    return [...new Set([...counts.keys(), ...least.keys()])].every((token) => {
      const count = counts.get(token) ?? 0
      return count >= (least.get(token) ?? 0) && count <= (most.get(token) ?? 0)
    })
  })
}

type Stretch = { conflicts: LineConflict[]; clean: string[]; committed: string[] }

/** Parts of the merge with conflicts in them, and the text in their place in the committed text. */
function stretchesOf({ merge, committed }: { merge: LineMerge; committed: string[] }): Stretch[] {
  const conflictAt = new Map<string, LineConflict>()
  const lines = merge.parts.flatMap((part, index) => {
    if (Array.isArray(part)) return part
    // No line of a text has a NUL: it represents the conflict and never occurs in the committed text.
    const name = `\0${index}`
    conflictAt.set(name, part)
    return [name]
  })
  const stretches: Stretch[] = []
  let open: Stretch = { conflicts: [], clean: [], committed: [] }
  const close = (): void => {
    if (open.conflicts.length > 0) stretches.push(open)
    open = { conflicts: [], clean: [], committed: [] }
  }
  for (const { added, removed, value } of diffArrays(lines, committed)) {
    if (added) open.committed.push(...value)
    else if (removed) {
      for (const line of value) {
        const conflict = conflictAt.get(line)
        if (conflict) open.conflicts.push(conflict)
        else open.clean.push(line)
      }
    } else if (value.some((line) => line.trim() !== '')) close()
  }
  close()
  return stretches
}

function expectedIn({ base, ours, theirs }: LineConflict): Map<string, { least: number; most: number }> {
  const was = countsOf(base.join('\n'))
  const left = countsOf(ours.join('\n'))
  const right = countsOf(theirs.join('\n'))
  const out = new Map<string, { least: number; most: number }>()
  for (const token of new Set([...was.keys(), ...left.keys(), ...right.keys()])) {
    const before = was.get(token) ?? 0
    const changes = [(left.get(token) ?? 0) - before, (right.get(token) ?? 0) - before]
    const [one = 0, other = 0] = changes
    const both = before + one + other
    const once = one > 0 && other > 0 ? before + Math.max(one, other) : before + Math.min(one, other)
    const isShared = one * other > 0
    out.set(token, {
      least: Math.max(0, isShared ? Math.min(both, once) : both),
      most: Math.max(0, isShared ? Math.max(both, once) : both),
    })
  }
  return out
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of cutTokens(text)) if (token !== '\n') counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
