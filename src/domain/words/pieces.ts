import type { Mark, Run } from '../richText/richText'
import { type Format, formatOf } from '../richText/runs'
import { type Ended, OBJECT, type Reading, type Token } from './tokens'

/** A stretch of a reading: positions in its text. */
export type Range = { from: number; to: number }

/** Text of one format, or one inline object. */
export type Piece = {
  text: string
  marks: Mark[]
  link?: string
  /** `break` and `footnote` are inline objects; `text` holds what a reader would hear of them. */
  object?: 'break' | 'footnote' | 'end'
  /** With `end`: the block that began behind it. */
  block?: Ended
}

export function has(range: Range): boolean {
  return range.to > range.from
}

/** Where a token stands; behind the last one, the end of the text. */
export function tokenAt(side: Reading, index: number): Range {
  return side.tokens[index] ?? { from: side.text.length, to: side.text.length }
}

/** The white space in front of a token. */
export function spaceBefore(side: Reading, index: number): Range {
  return { from: side.tokens[index - 1]?.to ?? 0, to: tokenAt(side, index).from }
}

/** From the first of some tokens to the end of the last; null where there is none. */
export function tokensBetween(side: Reading, from: number, to: number): Range | null {
  return from === to ? null : { from: tokenAt(side, from).from, to: tokenAt(side, to - 1).to }
}

/** The stretches of one format within a range, objects by themselves. */
export function cut(side: Reading, { from, to }: Range): Piece[] {
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
  const object = text === OBJECT ? objectAt(side, range.from) : undefined
  if (!object) return { text, ...format }
  return { text: object.text, marks: [], object: object.kind, ...(object.block ? { block: object.block } : {}) }
}

function objectAt(side: Reading, position: number): Token['object'] {
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

/** Where each piece ends; an object counts for the one sign that stands for it. */
export function endsOf(pieces: Piece[]): number[] {
  let end = 0
  return pieces.map(({ text, object }) => {
    end += object ? 1 : text.length
    return end
  })
}

/** The piece at a position, asked for from the first to the last. */
export function pieceAfter(pieces: Piece[]): (position: number) => Piece {
  const ends = endsOf(pieces)
  let at = 0
  return (position) => {
    while (at < ends.length && (ends[at] ?? 0) <= position) at++
    return pieces[at] ?? { text: '', marks: [] }
  }
}

/** A piece as a run. */
export function runOf({ object, text, ...format }: Piece): Run {
  if (object === 'footnote') return { type: 'footnote', text }
  return object ? { type: 'break' } : { type: 'text', text, ...formatOf(format) }
}

/** One piece of two neighbours that belong together, and so on. */
export function joinNeighbours<One extends Piece>(pieces: One[], isOne: (left: One, right: One) => boolean): One[] {
  const out: One[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (last && isOne(last, piece)) out[out.length - 1] = { ...last, text: last.text + piece.text }
    else out.push(piece)
  }
  return out
}
