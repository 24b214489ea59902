import { commonEnds } from '../alignment/commonEnds'
import { gapsBetween, type Meeting } from '../alignment/gapsBetween'
import { keptInOrder } from '../alignment/increasingSubsequence'
import type { Sides } from '../alignment/sides'
import { uniqueKeys } from '../alignment/uniqueKeys'

/** A stretch of `before` that a stretch of `after` replaces; either can be empty. Between hunks all is equal. */
export type Hunk = { beforeFrom: number; beforeTo: number; afterFrom: number; afterTo: number }

/** The work that is left. It is counted in steps, not in time, so that a result does not depend on the machine. */
export type Effort = { left: number }

/** `limited` says that the effort ran out and that a stretch is reported as replaced although it may have something in common. */
export type Found = { hunks: Hunk[]; limited: boolean }

/** Longer sequences are cut at the keys that are unique on both sides before they are searched. */
const LONG = 400

/**
 * Few hunks that turn `before` into `after`.
 *
 * Myers, “An O(ND) difference algorithm and its variations” (1986): the greedy forward search with a trace; it finds the fewest
 * keys. Long sequences are first cut at keys that occur once on each side, in one order (patience diff, Bram Cohen, 2008): this
 * is fast and seldom marks more.
 */
export function myers({ before, after, effort }: Sides<Int32Array> & { effort: Effort }): Found {
  const found: Found = { hunks: [], limited: false }
  searchWithin({ before, after, start: { before: 0, after: 0 }, effort, found })
  return found
}

/** Two stretches, and where they start. What they have in common is at a place in `after`, and its `place` is in `before`. */
type Search = Sides<Int32Array> & { start: Sides<number>; effort: Effort; found: Found }

function searchWithin({ before, after, start, effort, found }: Search): void {
  const { head, tail } = commonEnds(before, after)
  const a = before.subarray(head, before.length - tail)
  const b = after.subarray(head, after.length - tail)
  const isOneSided = a.length === 0 || b.length === 0
  const anchors = isOneSided || a.length + b.length <= LONG ? [] : uniqueInOrder(a, b)
  const kept = isOneSided || anchors.length > 0 ? anchors : search({ a, b, effort })
  if (!kept) found.limited = true
  for (const { from, to } of gapsBetween(kept ?? [], { at: b.length, place: a.length })) {
    const [beforeFrom, afterFrom] = [start.before + head + from.place, start.after + head + from.at]
    const part = { before: a.subarray(from.place, to.place), after: b.subarray(from.at, to.at) }
    const [beforeTo, afterTo] = [beforeFrom + part.before.length, afterFrom + part.after.length]
    if (anchors.length === 0) add(found.hunks, { beforeFrom, beforeTo, afterFrom, afterTo })
    else searchWithin({ ...part, start: { before: beforeFrom, after: afterFrom }, effort, found })
  }
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
function uniqueInOrder(before: Int32Array, after: Int32Array): Meeting[] {
  const places = uniqueKeys(before)
  const kept = keptInOrder([...uniqueKeys(after)], ([key]) => places.get(key))
  return kept.map(({ item: [, at], place }) => ({ at, place }))
}

/**
 * Memory that all searches share: thousands of short texts are compared, and allocating costs more than searching. A search reads
 * nothing that an earlier one wrote.
 */
const room = { furthest: new Int32Array(0), trace: new Int32Array(0) }

/** The runs that both have, in order. `furthest[k]` is the furthest point on diagonal k (a minus b) with d edits. */
function search({ a, b, effort }: { a: Int32Array; b: Int32Array; effort: Effort }): Meeting[] | null {
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

function trackBack({ a, b, steps }: { a: Int32Array; b: Int32Array; steps: number }): Meeting[] {
  const { trace } = room
  const kept: Meeting[] = []
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
    if (x > start) kept.push({ at: start - k, place: start, length: x - start })
    x = fromX
    y = fromY
  }
  if (x > 0) kept.push({ at: 0, place: 0, length: x })
  return kept.reverse()
}

/** Reads a typed array; -1 outside of it. */
function at(array: Int32Array, index: number): number {
  return array[index] ?? -1
}
