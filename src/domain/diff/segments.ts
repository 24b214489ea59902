import type { Segment } from './change'
import type { Hunk } from './myers'
import { type Format, type Reading, sameFormat } from './tokens'

type Range = { from: number; to: number }
type Status = Segment['status']
type Piece = Omit<Segment, 'status'>

/**
 * Writes a difference out as segments. `same` and `added` together are the text of `after`, to the letter; `same` and
 * `removed` hold the words of `before`. What stayed carries its former format where that was another one.
 */
export function segmentsOf({ before, after, hunks }: { before: Reading; after: Reading; hunks: Hunk[] }): Segment[] {
  const out: Segment[] = []
  const put = (status: Status, side: Reading, range: Range): void => {
    out.push(...cut(side, range).map((piece) => ({ status, ...piece })))
  }
  const keep = (was: Range, is: Range): void => {
    out.push(...kept({ before, after, was, is }))
  }

  let i = 0
  let j = 0
  let spaceWritten = false
  const keepUpTo = (end: number): void => {
    for (; i < end; i++, j++) {
      if (!spaceWritten) keep(spaceBefore(before, i), spaceBefore(after, j))
      keep(tokenAt(before, i), tokenAt(after, j))
      spaceWritten = false
    }
  }
  for (const hunk of hunks) {
    keepUpTo(hunk.beforeFrom)
    writeHunk({ hunk, before, after, put, keep })
    i = hunk.beforeTo
    j = hunk.afterTo
    spaceWritten = true
  }
  keepUpTo(before.tokens.length)
  if (!spaceWritten) keep(spaceBefore(before, i), spaceBefore(after, j))
  return joinAlike(out)
}

/** Runs of which nothing changed, or all. */
export function plainSegments({ reading, status }: { reading: Reading; status: Status }): Segment[] {
  return joinAlike(cut(reading, { from: 0, to: reading.text.length }).map((piece) => ({ status, ...piece })))
}

type Writers = { put: (status: Status, side: Reading, range: Range) => void; keep: (was: Range, is: Range) => void }

/** The spaces round a change go where they belong: “the [-old-][+new+] law”, “the [+new +]law”. */
function writeHunk({
  hunk,
  before,
  after,
  put,
  keep,
}: { hunk: Hunk; before: Reading; after: Reading } & Writers): void {
  const was = { lead: spaceBefore(before, hunk.beforeFrom), trail: spaceBefore(before, hunk.beforeTo) }
  const is = { lead: spaceBefore(after, hunk.afterFrom), trail: spaceBefore(after, hunk.afterTo) }
  const removed = tokensIn(before, hunk.beforeFrom, hunk.beforeTo)
  const added = tokensIn(after, hunk.afterFrom, hunk.afterTo)

  if (removed && added) {
    const leads = has(was.lead) && has(is.lead)
    const trails = has(was.trail) && has(is.trail)
    if (leads) keep(was.lead, is.lead)
    put('removed', before, { from: leads ? removed.from : was.lead.from, to: trails ? removed.to : was.trail.to })
    put('added', after, { from: leads ? added.from : is.lead.from, to: trails ? added.to : is.trail.to })
    if (trails) keep(was.trail, is.trail)
  } else if (added) {
    writeOneSided({ status: 'added', side: after, lead: is.lead, trail: is.trail, inner: added, other: was.lead })
  } else if (removed) {
    writeOneSided({ status: 'removed', side: before, lead: was.lead, trail: was.trail, inner: removed, other: is.lead })
  }

  function writeOneSided(one: {
    status: 'added' | 'removed'
    side: Reading
    lead: Range
    trail: Range
    inner: Range
    /** The one space of the side that has no words here. */
    other: Range
  }): void {
    const { status, side, lead, trail, inner, other } = one
    const keepSpace = (space: Range): void => (status === 'added' ? keep(other, space) : keep(space, other))
    if (!has(other)) put(status, side, { from: lead.from, to: trail.to })
    else if (has(lead)) {
      keepSpace(lead)
      put(status, side, { from: inner.from, to: trail.to })
    } else if (has(trail)) {
      put(status, side, inner)
      keepSpace(trail)
    } else if (status === 'added') {
      put('removed', before, other)
      put('added', side, inner)
    } else {
      put('removed', side, inner)
      put('added', after, other)
    }
  }
}

function has(range: Range): boolean {
  return range.to > range.from
}

function tokenAt(side: Reading, index: number): Range {
  return side.tokens[index] ?? { from: side.text.length, to: side.text.length }
}

function spaceBefore(side: Reading, index: number): Range {
  return { from: side.tokens[index - 1]?.to ?? 0, to: tokenAt(side, index).from }
}

function tokensIn(side: Reading, from: number, to: number): Range | null {
  return from === to ? null : { from: tokenAt(side, from).from, to: tokenAt(side, to - 1).to }
}

/** The stretches of one format within a range, objects by themselves. */
function cut(side: Reading, { from, to }: Range): Piece[] {
  const pieces: Piece[] = []
  if (from >= to) return pieces
  let start = from
  for (let index = firstFormat(side, from); start < to; index++) {
    const stretch = side.formats[index]
    if (!stretch) break
    const end = Math.min(to, stretch.to)
    if (end > start) pieces.push(pieceOf(side, { from: start, to: end }, stretch.format))
    start = Math.max(start, end)
  }
  return pieces
}

function firstFormat(side: Reading, position: number): number {
  let low = 0
  let high = side.formats.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((side.formats[middle]?.to ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

function pieceOf(side: Reading, range: Range, format: Format): Piece {
  const text = side.text.slice(range.from, range.to)
  const object = text === '\uFFFC' ? objectAt(side, range.from) : undefined
  return object ? { text: object.text, marks: [], object: object.kind } : { text, ...format }
}

function objectAt(side: Reading, position: number): { kind: 'break' | 'footnote'; text: string } | undefined {
  let low = 0
  let high = side.tokens.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const token = side.tokens[middle]
    if (!token) return undefined
    if (token.from === position) return token.object
    if (token.from < position) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** A stretch that stayed: the text of `after`, letter by letter with the format that it had. */
function kept(given: { before: Reading; after: Reading; was: Range; is: Range }): Segment[] {
  const { before, after, was, is } = given
  const now = cut(after, is)
  const once = cut(before, was)
  // Another spelling of the same letters (NFC) or another width of space: positions do not correspond, one format for all.
  if (was.to - was.from !== is.to - is.from) return now.map((piece) => withFormer(piece, once[0]))
  if (now.some((piece) => piece.object)) return now.map((piece) => ({ status: 'same', ...piece }))

  const ends = [...new Set([...endsOf(now), ...endsOf(once)])].sort((one, other) => one - other)
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    const piece = pieceAt(now, start)
    const letters = now
      .map((one) => one.text)
      .join('')
      .slice(start, end)
    return withFormer({ ...piece, text: letters }, pieceAt(once, start))
  })
}

function endsOf(pieces: Piece[]): number[] {
  let end = 0
  return pieces.map((piece) => {
    end += piece.text.length
    return end
  })
}

function pieceAt(pieces: Piece[], position: number): Piece {
  const ends = endsOf(pieces)
  return pieces[ends.findIndex((end) => end > position)] ?? { text: '', marks: [] }
}

function withFormer(piece: Piece, former: Piece | undefined): Segment {
  const same: Segment = { status: 'same', ...piece }
  if (!former || piece.object || former.object || sameFormat(formatOf(piece), formatOf(former))) return same
  return { ...same, formatting: formatOf(former) }
}

function formatOf({ marks, link }: Format): Format {
  return link === undefined ? { marks } : { marks, link }
}

/** One segment where two neighbours look alike; that a space alone became bold is nobody's business. */
function joinAlike(segments: Segment[]): Segment[] {
  return join(join(segments).map(withoutFormattedSpace))
}

function withoutFormattedSpace(segment: Segment): Segment {
  if (!segment.formatting || segment.object || /\S/u.test(segment.text)) return segment
  const { formatting: _, ...rest } = segment
  return rest
}

function join(segments: Segment[]): Segment[] {
  const out: Segment[] = []
  for (const segment of segments) {
    const last = out.at(-1)
    if (last && alike(last, segment)) out[out.length - 1] = { ...last, text: last.text + segment.text }
    else out.push(segment)
  }
  return out
}

function alike(one: Segment, other: Segment): boolean {
  if (one.object || other.object || one.status !== other.status || !sameFormat(one, other)) return false
  if (!one.formatting || !other.formatting) return one.formatting === other.formatting
  return sameFormat(one.formatting, other.formatting)
}
