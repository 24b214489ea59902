/** A stretch of `before` that gave way to a stretch of `after`; either may be empty. What lies between hunks is equal. */
export type Hunk = { beforeFrom: number; beforeTo: number; afterFrom: number; afterTo: number }

/** Work that may still be done. Counted in steps and not in time, so that a result does not depend on the machine. */
export type Effort = { left: number }

/**
 * The fewest hunks of keys that turn `before` into `after`, or null when that takes more steps than are left.
 * Myers, “An O(ND) difference algorithm and its variations” (1986): the greedy forward search, with the trace kept.
 * Every step costs one of the effort, so the trace never outgrows it.
 */
export function myers({ before, after, effort }: { before: string[]; after: string[]; effort: Effort }): Hunk[] | null {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++

  const whole = { beforeFrom: head, beforeTo: before.length - tail, afterFrom: head, afterTo: after.length - tail }
  const removed = whole.beforeTo - head
  const added = whole.afterTo - head
  if (removed === 0 && added === 0) return []
  if (removed === 0 || added === 0) return [whole]

  const numbers = new Map<string, number>()
  const kept = search({
    a: intern(before.slice(head, whole.beforeTo), numbers),
    b: intern(after.slice(head, whole.afterTo), numbers),
    effort,
  })
  return kept && hunksBetween({ kept, head, whole })
}

function intern(keys: string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(keys, (key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
}

type Kept = { a: number; b: number; length: number }

/** The runs that stay, in order. `furthest[k]` is how far diagonal k (a minus b) was reached with d edits. */
function search({ a, b, effort }: { a: Int32Array; b: Int32Array; effort: Effort }): Kept[] | null {
  const most = a.length + b.length
  const furthest = new Int32Array(2 * most + 2)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, most + k - 1) < at(furthest, most + k + 1))
      const start = down ? at(furthest, most + k + 1) : at(furthest, most + k - 1) + 1
      let x = start
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[most + k] = x
      effort.left -= 1 + x - start
      if (effort.left < 0) return null
      if (x >= a.length && x - k >= b.length) return trackBack({ a, b, trace })
    }
    // Only diagonals -d to d were touched: the rest need not be kept.
    trace.push(furthest.slice(most - d, most + d + 1))
  }
  return null
}

function trackBack({ a, b, trace }: { a: Int32Array; b: Int32Array; trace: Int32Array[] }): Kept[] {
  const kept: Kept[] = []
  let x = a.length
  let y = b.length
  for (let d = trace.length; d > 0; d--) {
    const row = trace[d - 1] ?? new Int32Array()
    const reached = (k: number): number => (Math.abs(k) <= d - 1 ? at(row, k + d - 1) : -1)
    const k = x - y
    const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1))
    const fromX = down ? reached(k + 1) : reached(k - 1)
    const fromY = fromX - (down ? k + 1 : k - 1)
    const start = down ? fromX : fromX + 1
    if (x > start) kept.push({ a: start, b: start - k, length: x - start })
    x = fromX
    y = fromY
  }
  if (x > 0) kept.push({ a: 0, b: 0, length: x })
  return kept.reverse()
}

function hunksBetween({ kept, head, whole }: { kept: Kept[]; head: number; whole: Hunk }): Hunk[] {
  const hunks: Hunk[] = []
  let { beforeFrom, afterFrom } = whole
  const upTo = (beforeTo: number, afterTo: number): void => {
    if (beforeTo > beforeFrom || afterTo > afterFrom) hunks.push({ beforeFrom, beforeTo, afterFrom, afterTo })
  }
  for (const run of kept) {
    upTo(head + run.a, head + run.b)
    beforeFrom = head + run.a + run.length
    afterFrom = head + run.b + run.length
  }
  upTo(whole.beforeTo, whole.afterTo)
  return hunks
}

/** Reads a typed array; outside of it there is nothing to reach. */
function at(array: Int32Array, index: number): number {
  return array[index] ?? -1
}
