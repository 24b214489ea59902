import { joinAdjacent } from '../alignment/joinAdjacent'
import type { Mark, Run } from '../richText/richText'
import { type Format, formatOf } from '../richText/runs'
import { type Ended, OBJECT, type Reading } from './tokens'

/** Positions in the text of a reading. */
export type Range = { from: number; to: number }

/** Text of one format, or one inline object. */
export type Piece = {
  text: string
  marks: Mark[]
  link?: string
  /** `text` is what a reader would hear of the object. */
  object?: 'break' | 'footnote' | 'end'
  /** With `end`: the block that begins after it. */
  block?: Ended
}

export function has(range: Range): boolean {
  return range.to > range.from
}

/** The range of a token; after the last token, the end of the text. */
export function tokenAt(side: Reading, index: number): Range {
  return side.tokens[index] ?? { from: side.text.length, to: side.text.length }
}

/** The white space before a token. */
export function spaceBefore(side: Reading, index: number): Range {
  return { from: side.tokens[index - 1]?.to ?? 0, to: tokenAt(side, index).from }
}

/** From the start of one token to the end of the one before another. */
export function tokensBetween(side: Reading, from: number, to: number): Range {
  return { from: tokenAt(side, from).from, to: tokenAt(side, to - 1).to }
}

/** A range as pieces: each has one format, or is one object. */
export function cut(side: Reading, { from, to }: Range): Piece[] {
  const pieces: Piece[] = []
  if (from >= to) return pieces
  let start = from
  for (let index = firstEndingAfter(side.formats, from); start < to; index++) {
    const stretch = side.formats[index]
    if (!stretch) break
    const end = Math.min(to, stretch.to)
    if (end > start) pieces.push(pieceOf(side, { from: start, to: end }, stretch.format))
    start = Math.max(start, end)
  }
  return pieces
}

/** The index of the first stretch that ends after a position, by binary search. */
function firstEndingAfter(stretches: readonly { to: number }[], position: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.to ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

function pieceOf(side: Reading, range: Range, format: Format): Piece {
  const text = side.text.slice(range.from, range.to)
  // A text can hold the character of an object as a character of its own: then no token has an object there.
  const object = text === OBJECT ? side.tokens[firstEndingAfter(side.tokens, range.from)]?.object : undefined
  if (!object) return { text, ...format }
  return { text: object.text, marks: [], object: object.kind, ...(object.block ? { block: object.block } : {}) }
}

/** The end of each piece; an object has the length of the one character that represents it. */
export function endsOf(pieces: Piece[]): number[] {
  let end = 0
  return pieces.map(({ text, object }) => {
    end += object ? 1 : text.length
    return end
  })
}

/** Finds the piece at a position; positions must be asked for in order. */
export function pieceAfter(pieces: Piece[]): (position: number) => Piece {
  const ends = endsOf(pieces)
  let at = 0
  return (position) => {
    while (at < ends.length && (ends[at] ?? 0) <= position) at++
    return pieces[at] ?? { text: '', marks: [] }
  }
}

export function runOf({ object, text, ...format }: Piece): Run {
  if (object === 'footnote') return { type: 'footnote', text }
  return object ? { type: 'break' } : { type: 'text', text, ...formatOf(format) }
}

/** Joins neighbours that belong together into one piece. */
export function joinNeighbours<One extends Piece>(pieces: One[], isOne: (left: One, right: One) => boolean): One[] {
  return joinAdjacent(pieces, (left, right) => (isOne(left, right) ? { ...left, text: left.text + right.text } : null))
}
