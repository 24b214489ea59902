import type { Sides } from '../alignment/sides'
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
  tokensBetween,
} from '../words/pieces'
import { OBJECT, type Reading } from '../words/tokens'
import type { Segment } from './change'

type Status = Segment['status']

/**
 * Writes a difference as segments. `same` and `added` are exactly the text of `after`; `same` and `removed` that of `before` (with
 * `was`, where the spelling differs). What stayed has its former format, if that differs.
 */
export function segmentsOf({ before, after, hunks }: Sides<Reading> & { hunks: Hunk[] }): Segment[] {
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
type Writing = Sides<Reading> & { out: Segment[]; i: number; j: number; isSpaceWritten: boolean }

function put({ out, before, after }: Writing, status: 'added' | 'removed', range: Range): void {
  for (const piece of cut(status === 'added' ? after : before, range)) out.push({ status, ...piece })
}

function keep(writing: Writing, was: Range, is: Range): void {
  if (!has(was) && !has(is)) return
  for (const segment of kept(writing, was, is)) writing.out.push(segment)
}

function keepUpTo(writing: Writing, end: number): void {
  const { before, after } = writing
  // Most stretches are exactly equal, and need no work word by word.
  const step = isEqualUpTo(writing, end) ? end - writing.i : 1
  for (; writing.i < end; writing.i += step, writing.j += step) {
    const { i, j } = writing
    if (!writing.isSpaceWritten) keep(writing, spaceBefore(before, i), spaceBefore(after, j))
    keep(writing, tokensBetween(before, i, i + step), tokensBetween(after, j, j + step))
    writing.isSpaceWritten = false
  }
}

function isEqualUpTo({ before, after, i, j }: Writing, end: number): boolean {
  const was = tokensBetween(before, i, end)
  const is = tokensBetween(after, j, j + end - i)
  const words = before.text.slice(was.from, was.to)
  return words === after.text.slice(is.from, is.to) && !words.includes(OBJECT)
}

/** Runs that all have one status. */
export function plainSegments({ runs, status }: { runs: Run[]; status: Status }): Segment[] {
  const given = runs.filter((run) => run.type !== 'text' || run.text !== '')
  const [only] = given
  if (only?.type === 'text' && given.length === 1) return [{ status, text: only.text, ...formatOf(only) }]
  return joinAlike(
    given.map((run): Segment => {
      if (run.type === 'text') return { status, text: run.text, ...formatOf(run) }
      return { status, text: run.type === 'break' ? '\n' : run.text, marks: [], object: run.type }
    }),
  )
}

/** Puts the spaces around a change where they belong: “the [-old-][+new+] law”, “the [+new +]law”. */
function writeHunk(writing: Writing, { beforeFrom, beforeTo, afterFrom, afterTo }: Hunk): void {
  const { before, after } = writing
  const [was, is] = [spacesAround(before, beforeFrom, beforeTo), spacesAround(after, afterFrom, afterTo)]
  const leads = has(was.lead) && has(is.lead)
  // Where one side has no words, it has one space, which stays once.
  const isSpaceKept = leads && (beforeFrom === beforeTo || afterFrom === afterTo)
  const trails = has(was.trail) && has(is.trail) && !isSpaceKept
  const changed = ({ lead, trail }: typeof was): Range => ({
    from: leads ? lead.to : lead.from,
    to: trails ? trail.from : trail.to,
  })
  if (leads) keep(writing, was.lead, is.lead)
  put(writing, 'removed', changed(was))
  put(writing, 'added', changed(is))
  if (trails) keep(writing, was.trail, is.trail)
}

function spacesAround(side: Reading, from: number, to: number): { lead: Range; trail: Range } {
  return { lead: spaceBefore(side, from), trail: spaceBefore(side, to) }
}

/** A stretch that stayed: the text of `after`, each part with its former format. */
function kept({ before, after }: Writing, was: Range, is: Range): Segment[] {
  const now = cut(after, is)
  const once = cut(before, was)
  const [first] = now
  const [former] = once
  if (first && former && now.length === 1 && once.length === 1) {
    const same = withFormer(first, former)
    return [first.object || first.text === former.text ? same : { ...same, was: former.text }]
  }
  if (now.some((piece) => piece.object)) return now.map((piece) => ({ status: 'same', ...piece }))
  const spelled = once.map((piece) => piece.text).join('')
  // In another spelling of the same letters (NFC) or another kind of space, positions do not correspond: both, each with its format.
  if (spelled !== now.map((piece) => piece.text).join('')) {
    return [
      ...once.map((piece): Segment => ({ status: 'same', ...piece, text: '', was: piece.text })),
      ...now.map((piece): Segment => ({ status: 'same', ...piece, was: '' })),
    ]
  }
  const ends = [...new Set([...endsOf(now), ...endsOf(once)])].sort((one, other) => one - other)
  const [nowAt, onceAt] = [pieceAfter(now), pieceAfter(once)]
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    return withFormer({ ...nowAt(start), text: spelled.slice(start, end) }, onceAt(start))
  })
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
