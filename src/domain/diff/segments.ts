import type { Run } from '../richText/richText'
import { formatOf, isFormattedAlike } from '../richText/runs'
import type { Hunk } from '../words/myers'
import {
  cut,
  endsOf,
  has,
  joinNeighbours,
  type Piece,
  pieceAfter,
  type Range,
  spaceBefore,
  tokenAt,
  tokensBetween,
} from '../words/pieces'
import { OBJECT, type Reading } from '../words/tokens'
import type { Segment } from './change'

type Status = Segment['status']

/**
 * Writes a difference as segments. `same` and `added` are exactly the text of `after`; `same` and `removed` that of `before` (with
 * `was`, where the spelling differs). What stayed has its former format, if that differs.
 */
export function segmentsOf({ before, after, hunks }: { before: Reading; after: Reading; hunks: Hunk[] }): Segment[] {
  const writing: Writing = { before, after, out: [], i: 0, j: 0, isSpaceWritten: false }
  for (const hunk of hunks) {
    keepUpTo(writing, hunk.beforeFrom)
    writeHunk(writing, hunk)
    writing.i = hunk.beforeTo
    writing.j = hunk.afterTo
    writing.isSpaceWritten = true
  }
  keepUpTo(writing, before.tokens.length)
  if (!writing.isSpaceWritten) keep(writing, spaceBefore(before, writing.i), spaceBefore(after, writing.j))
  return joinAlike(writing.out)
}

/** How much of both sides is written. */
type Writing = { before: Reading; after: Reading; out: Segment[]; i: number; j: number; isSpaceWritten: boolean }

function put({ out, before, after }: Writing, status: 'added' | 'removed', range: Range): void {
  for (const piece of cut(status === 'added' ? after : before, range)) out.push({ status, ...piece })
}

function keep({ out, before, after }: Writing, was: Range, is: Range): void {
  if (was.from === was.to && is.from === is.to) return
  for (const segment of kept({ before, after, was, is })) out.push(segment)
}

function keepUpTo(writing: Writing, end: number): void {
  if (end - writing.i > 1 && keepAtOnce(writing, end)) return
  for (; writing.i < end; writing.i++, writing.j++) {
    const { before, after, i, j } = writing
    if (!writing.isSpaceWritten) keep(writing, spaceBefore(before, i), spaceBefore(after, j))
    keep(writing, tokenAt(before, i), tokenAt(after, j))
    writing.isSpaceWritten = false
  }
}

/** Most stretches are exactly equal, and need no work word by word. */
function keepAtOnce(writing: Writing, end: number): boolean {
  const { before, after, i, j } = writing
  const was = { from: tokenAt(before, i).from, to: tokenAt(before, end - 1).to }
  const is = { from: tokenAt(after, j).from, to: tokenAt(after, j + end - i - 1).to }
  const words = before.text.slice(was.from, was.to)
  if (words !== after.text.slice(is.from, is.to) || words.includes(OBJECT)) return false
  if (!writing.isSpaceWritten) keep(writing, spaceBefore(before, i), spaceBefore(after, j))
  keep(writing, was, is)
  writing.isSpaceWritten = false
  writing.j += end - i
  writing.i = end
  return true
}

/** Runs that all have one status. */
export function plainSegments({ runs, status }: { runs: Run[]; status: Status }): Segment[] {
  const given = runs.filter((run) => run.type !== 'text' || run.text !== '')
  const [only] = given
  if (only?.type === 'text' && given.length === 1) return [{ status, text: only.text, ...formatOf(only) }]
  return joinAlike(
    given.map((run): Segment => {
      if (run.type === 'break') return { status, text: '\n', marks: [], object: 'break' }
      if (run.type === 'footnote') return { status, text: run.text, marks: [], object: 'footnote' }
      return { status, text: run.text, ...formatOf(run) }
    }),
  )
}

/** Puts the spaces around a change where they belong: “the [-old-][+new+] law”, “the [+new +]law”. */
function writeHunk(writing: Writing, hunk: Hunk): void {
  const { before, after } = writing
  const was = { lead: spaceBefore(before, hunk.beforeFrom), trail: spaceBefore(before, hunk.beforeTo) }
  const is = { lead: spaceBefore(after, hunk.afterFrom), trail: spaceBefore(after, hunk.afterTo) }
  const removed = tokensBetween(before, hunk.beforeFrom, hunk.beforeTo)
  const added = tokensBetween(after, hunk.afterFrom, hunk.afterTo)

  if (removed && added) {
    const leads = has(was.lead) && has(is.lead)
    const trails = has(was.trail) && has(is.trail)
    if (leads) keep(writing, was.lead, is.lead)
    put(writing, 'removed', { from: leads ? removed.from : was.lead.from, to: trails ? removed.to : was.trail.to })
    put(writing, 'added', { from: leads ? added.from : is.lead.from, to: trails ? added.to : is.trail.to })
    if (trails) keep(writing, was.trail, is.trail)
  } else if (added) {
    writeOneSided(writing, { status: 'added', lead: is.lead, trail: is.trail, inner: added, other: was.lead })
  } else if (removed) {
    writeOneSided(writing, { status: 'removed', lead: was.lead, trail: was.trail, inner: removed, other: is.lead })
  }
}

type OneSided = {
  status: 'added' | 'removed'
  lead: Range
  trail: Range
  inner: Range
  /** The one space of the other side. */
  other: Range
}

function writeOneSided(writing: Writing, { status, lead, trail, inner, other }: OneSided): void {
  if (!has(other)) put(writing, status, { from: lead.from, to: trail.to })
  else if (has(lead)) {
    keepSpace(writing, status, lead, other)
    put(writing, status, { from: inner.from, to: trail.to })
  } else if (has(trail)) {
    put(writing, status, inner)
    keepSpace(writing, status, trail, other)
  } else if (status === 'added') {
    put(writing, 'removed', other)
    put(writing, 'added', inner)
  } else {
    put(writing, 'removed', inner)
    put(writing, 'added', other)
  }
}

function keepSpace(writing: Writing, status: 'added' | 'removed', space: Range, other: Range): void {
  if (status === 'added') keep(writing, other, space)
  else keep(writing, space, other)
}

/** A stretch that stayed: the text of `after`, each part with its former format. */
function kept(given: { before: Reading; after: Reading; was: Range; is: Range }): Segment[] {
  const { before, after, was, is } = given
  const now = cut(after, is)
  const once = cut(before, was)
  const [first] = now
  const [former] = once
  if (first && former && now.length === 1 && once.length === 1 && first.text === former.text) {
    return [withFormer(first, former)]
  }
  if (now.some((piece) => piece.object)) return now.map((piece) => ({ status: 'same', ...piece }))
  const spelled = once.map((piece) => piece.text).join('')
  // In another spelling of the same letters (NFC) or another kind of space, positions do not correspond: one format for all.
  if (spelled !== now.map((piece) => piece.text).join('')) return respelled({ now, once })

  const ends = [...new Set([...endsOf(now), ...endsOf(once)])].sort((one, other) => one - other)
  const [nowAt, onceAt] = [pieceAfter(now), pieceAfter(once)]
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    return withFormer({ ...nowAt(start), text: spelled.slice(start, end) }, onceAt(start))
  })
}

/** Both spellings, each with its format; one segment if each has only one format. */
function respelled({ now, once }: { now: Piece[]; once: Piece[] }): Segment[] {
  const [first] = now
  const [former] = once
  if (first && former && now.length === 1 && once.length === 1)
    return [{ ...withFormer(first, former), was: former.text }]
  return [
    ...once.map((piece): Segment => ({ status: 'same', ...piece, text: '', was: piece.text })),
    ...now.map((piece): Segment => ({ status: 'same', ...piece, was: '' })),
  ]
}

function withFormer(piece: Piece, former: Piece | undefined): Segment {
  const same: Segment = { status: 'same', ...piece }
  if (!former || piece.object || former.object || isFormattedAlike(formatOf(piece), formatOf(former))) return same
  return { ...same, formatting: formatOf(former) }
}

/** Joins neighbours of one format; a space alone that became bold is no change. */
function joinAlike(segments: Segment[]): Segment[] {
  const joined = joinNeighbours(segments, alike).map(withoutFormattedSpace)
  return joinNeighbours(joined, alike)
}

function withoutFormattedSpace(segment: Segment): Segment {
  if (!segment.formatting || segment.object || /\S/u.test(segment.text)) return segment
  const { formatting, ...rest } = segment
  return { ...rest, spaceWas: formatting }
}

function alike(one: Segment, other: Segment): boolean {
  if (one.object || other.object || one.status !== other.status || !isFormattedAlike(one, other)) return false
  if (one.was !== undefined || other.was !== undefined || one.spaceWas || other.spaceWas) return false
  if (!one.formatting || !other.formatting) return one.formatting === other.formatting
  return isFormattedAlike(one.formatting, other.formatting)
}
