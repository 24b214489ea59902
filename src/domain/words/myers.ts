import { commonEnds } from '../alignment/commonEnds'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { uniqueKeys } from '../alignment/uniqueKeys'

/** A stretch of `before` that gave way to a stretch of `after`; either may be empty. What lies between hunks is equal. */
export type Hunk = { beforeFrom: number; beforeTo: number; afterFrom: number; afterTo: number }

/** Work that may still be done. Counted in steps and not in time, so that a result does not depend on the machine. */
export type Effort = { left: number }

/** Sequences longer than this are cut at what is unique on both sides before they are searched. */
const LONG = 400

/**
 * Few hunks that turn `before` into `after`; equal numbers are equal keys. `limited` says that the effort ended first, and
 * that a stretch is reported as replaced that may have something in common.
 *
 * Myers, “An O(ND) difference algorithm and its variations” (1986): the greedy forward search, with the trace kept; it
 * finds the fewest keys. Long sequences are first cut at the keys that occur once on either side and are in one order
 * (patience diff, Bram Cohen, 2008), which costs next to nothing and hardly ever marks more.
 */
export function myers({ before, after, effort }: { before: Int32Array; after: Int32Array; effort: Effort }): {
  hunks: Hunk[]
  limited: boolean
} {
  const found: Found = { hunks: [], limited: false }
  searchWithin({
    before,
    after,
    effort,
    found,
    range: { beforeFrom: 0, beforeTo: before.length, afterFrom: 0, afterTo: after.length },
  })
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
  if (beforeFrom === beforeTo && afterFrom === afterTo) return
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

/** Hunks that touch are one. */
function add(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1)
  if (last && last.beforeTo === hunk.beforeFrom && last.afterTo === hunk.afterFrom) {
    hunks[hunks.length - 1] = { ...last, beforeTo: hunk.beforeTo, afterTo: hunk.afterTo }
  } else hunks.push(hunk)
}

/** The keys that occur once on either side, as many of them as are in one order: their places within the range. */
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
 * Room for a search, kept from one to the next: thousands of short texts are compared, and getting the room costs more
 * than the search. Nothing in it outlives a call.
 */
const room = { furthest: new Int32Array(0), trace: new Int32Array(0) }

/** The runs that stay, in order. `furthest[k]` is how far diagonal k (a minus b) was reached with d edits. */
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
    // Only diagonals -d to d were touched, and every row is two longer than the one before: row d starts at d².
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
    if (beforeTo > beforeFrom || afterTo > afterFrom) add(hunks, { beforeFrom, beforeTo, afterFrom, afterTo })
    beforeFrom = beforeTo + run.length
    afterFrom = afterTo + run.length
  }
  const { beforeTo, afterTo } = whole
  if (beforeTo > beforeFrom || afterTo > afterFrom) add(hunks, { beforeFrom, beforeTo, afterFrom, afterTo })
}

/** Reads a typed array; outside of it there is nothing to reach. */
function at(array: Int32Array, index: number): number {
  return array[index] ?? -1
}
