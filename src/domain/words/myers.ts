import { commonEnds } from '../alignment/commonEnds'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { uniqueKeys } from '../alignment/uniqueKeys'

/** A stretch of `before` that a stretch of `after` replaces; either can be empty. Between hunks all is equal. */
export type Hunk = { beforeFrom: number; beforeTo: number; afterFrom: number; afterTo: number }

/** The work that is left. It is counted in steps, not in time, so that a result does not depend on the machine. */
export type Effort = { left: number }

/** Longer sequences are cut at the keys that are unique on both sides before they are searched. */
const LONG = 400

/**
 * Few hunks that turn `before` into `after`. `limited` says that the effort ran out and that a stretch is reported as replaced
 * although it may have something in common.
 *
 * Myers, “An O(ND) difference algorithm and its variations” (1986): the greedy forward search with a trace; it finds the fewest
 * keys. Long sequences are first cut at keys that occur once on each side, in one order (patience diff, Bram Cohen, 2008): this
 * is fast and seldom marks more.
 */
export function myers({ before, after, effort }: { before: Int32Array; after: Int32Array; effort: Effort }): {
  hunks: Hunk[]
  limited: boolean
} {
  const found: Found = { hunks: [], limited: false }
  const range = { beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length }
  searchWithin({ before, after, effort, found, range })
  return found
}

type Found = { hunks: Hunk[]; limited: boolean }
type Search = { before: Int32Array; after: Int32Array; effort: Effort; found: Found; range: Hunk }

function searchWithin({ before, after, effort, found, range }: Search): void {
  const ends = commonEnds(
    before.subarray(range.beforeFrom, range.beforeTo),
    after.subarray(range.afterFrom, range.afterTo),
  )
  const [beforeFrom, beforeTo] = [range.beforeFrom + ends.head, range.beforeTo - ends.tail]
  const [afterFrom, afterTo] = [range.afterFrom + ends.head, range.afterTo - ends.tail]
  const whole = { beforeFrom, beforeTo, afterFrom, afterTo }
  if (beforeFrom === beforeTo || afterFrom === afterTo) {
    add(found.hunks, whole)
    return
  }
  if (beforeTo - beforeFrom + afterTo - afterFrom > LONG) {
    const anchors = uniqueInOrder({ before, after, range: whole })
    if (anchors.length > 0) {
      let from = { place: beforeFrom, after: afterFrom }
      for (const anchor of [...anchors, { place: beforeTo, after: afterTo }]) {
        const part = { beforeFrom: from.place, beforeTo: anchor.place, afterFrom: from.after, afterTo: anchor.after }
        searchWithin({ before, after, effort, found, range: part })
        from = { place: anchor.place + 1, after: anchor.after + 1 }
      }
      return
    }
  }
  const kept = search({ a: before.subarray(beforeFrom, beforeTo), b: after.subarray(afterFrom, afterTo), effort })
  if (!kept) found.limited = true
  addHunksBetween({ hunks: found.hunks, kept: kept ?? [], whole })
}

/** Adds a hunk that is not empty; hunks that touch become one. */
function add(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1)
  if (hunk.beforeTo === hunk.beforeFrom && hunk.afterTo === hunk.afterFrom) return
  if (last && last.beforeTo === hunk.beforeFrom && last.afterTo === hunk.afterFrom) {
    hunks[hunks.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo }
  } else hunks.push(hunk)
}

/** The places of keys that occur once on each side: as many as are in one order. */
function uniqueInOrder({ before, after, range }: Pick<Search, 'before' | 'after' | 'range'>) {
  const places = uniqueKeys(before.subarray(range.beforeFrom, range.beforeTo))
  const meetings: { place: number; after: number }[] = []
  for (const [key, at] of uniqueKeys(after.subarray(range.afterFrom, range.afterTo))) {
    const place = places.get(key)
    if (place !== undefined) meetings.push({ place: range.beforeFrom + place, after: range.afterFrom + at })
  }
  return heaviestIncreasingSubsequence(meetings)
}

type Kept = { a: number; b: number; length: number }

/**
 * Memory that all searches share: thousands of short texts are compared, and allocating costs more than searching. A search reads
 * nothing that an earlier one wrote.
 */
const room = { furthest: new Int32Array(0), trace: new Int32Array(0) }

/** The runs that both have, in order. `furthest[k]` is the furthest point on diagonal k (a minus b) with d edits. */
function search({ a, b, effort }: { a: Int32Array; b: Int32Array; effort: Effort }): Kept[] | null {
  const most = a.length + b.length
  if (room.furthest.length < 2 * most + 2) room.furthest = new Int32Array(4 * most + 4)
  const { furthest } = room
  furthest.fill(0, 0, 2 * most + 2)
  let used = 0
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(furthest, most + k - 1) < at(furthest, most + k + 1))
      const start = down ? at(furthest, most + k + 1) : at(furthest, most + k - 1) + 1
      let x = start
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      furthest[most + k] = x
      effort.left -= 1 + x - start
      if (effort.left < 0) return null
      if (x >= a.length && x - k >= b.length) return trackBack({ a, b, steps: d })
    }
    // The trace holds diagonals -d to d for each d, so row d starts at d².
    if (room.trace.length < used + 2 * d + 1) {
      const larger = new Int32Array(2 * (used + 2 * d + 1) + 64)
      larger.set(room.trace.subarray(0, used))
      room.trace = larger
    }
    for (let k = -d; k <= d; k++) room.trace[used + k + d] = at(furthest, most + k)
    used += 2 * d + 1
  }
  return null
}

function trackBack({ a, b, steps }: { a: Int32Array; b: Int32Array; steps: number }): Kept[] {
  const { trace } = room
  const kept: Kept[] = []
  let x = a.length
  let y = b.length
  for (let d = steps; d > 0; d--) {
    const before = d - 1
    const row = before * before
    const k = x - y
    const left = Math.abs(k - 1) <= before ? at(trace, row + k - 1 + before) : -1
    const right = Math.abs(k + 1) <= before ? at(trace, row + k + 1 + before) : -1
    const down = k === -d || (k !== d && left < right)
    const fromX = down ? right : left
    const fromY = fromX - (down ? k + 1 : k - 1)
    const start = down ? fromX : fromX + 1
    if (x > start) kept.push({ a: start, b: start - k, length: x - start })
    x = fromX
    y = fromY
  }
  if (x > 0) kept.push({ a: 0, b: 0, length: x })
  return kept.reverse()
}

function addHunksBetween({ hunks, kept, whole }: { hunks: Hunk[]; kept: Kept[]; whole: Hunk }): void {
  let { beforeFrom, afterFrom } = whole
  for (const run of kept) {
    const [beforeTo, afterTo] = [whole.beforeFrom + run.a, whole.afterFrom + run.b]
    add(hunks, { beforeFrom, beforeTo, afterFrom, afterTo })
    beforeFrom = beforeTo + run.length
    afterFrom = afterTo + run.length
  }
  add(hunks, { ...whole, beforeFrom, afterFrom })
}

/** Reads a typed array; -1 outside of it. */
function at(array: Int32Array, index: number): number {
  return array[index] ?? -1
}
