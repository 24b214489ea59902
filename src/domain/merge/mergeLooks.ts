import { cut, type Piece, type Range } from '../diff/segments'
import { type Format, type Reading, sameFormat } from '../diff/tokens'
import { MARKS } from '../richText'
import type { WordPiece } from './mergeWords'

type Sides = { base: Reading; ours: Reading; theirs: Reading }
type Place = { base: Range; ours: Range; theirs: Range }

/**
 * The formats of a text that all three have to the letter: every mark by itself as the side has it that changed it. An
 * address that both changed, and not to the same one, is to be decided.
 */
export function mergeLooks({ sides, place }: { sides: Sides; place: Place }): WordPiece[] {
  if (place.base.from === place.base.to) return []
  const looks = {
    base: cut(sides.base, place.base),
    ours: cut(sides.ours, place.ours),
    theirs: cut(sides.theirs, place.theirs),
  }
  if (isAlike(looks.base, looks.theirs)) return [{ type: 'clean', pieces: looks.ours }]
  if (isAlike(looks.base, looks.ours)) return [{ type: 'clean', pieces: looks.theirs }]
  const ends = [...new Set([...endsOf(looks.base), ...endsOf(looks.ours), ...endsOf(looks.theirs)])].sort(
    (a, b) => a - b,
  )
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    const base = pieceAt(looks.base, start)
    if (base.object) return { type: 'clean', pieces: [base] }
    const range = { from: place.base.from + start, to: place.base.from + end }
    const text = sides.base.text.slice(range.from, range.to)
    return mergedPiece({ text, base, ours: pieceAt(looks.ours, start), theirs: pieceAt(looks.theirs, start) })
  })
}

/**
 * The words that one side put in place of others, looking as the other side made those look: words that are
 * all bold now, or all link to one address, give their look to what replaced them.
 */
export function withLooksOf({
  pieces,
  sides,
  place,
  side,
}: {
  pieces: Piece[]
  sides: Sides
  place: Place
  side: 'ours' | 'theirs'
}): Piece[] {
  const [was, is] = [lookOfAll(sides.base, place.base), lookOfAll(sides[side], place[side])]
  if (!was || !is || sameFormat(was, is)) return pieces
  return pieces.map((piece) => {
    if (piece.object) return piece
    const marks = MARKS.filter((mark) => {
      const isSet = is.marks.includes(mark)
      return isSet === was.marks.includes(mark) ? piece.marks.includes(mark) : isSet
    })
    const link = is.link === was.link ? piece.link : is.link
    return { text: piece.text, marks, ...(link === undefined ? {} : { link }) }
  })
}

/** The one format of all words in a range of tokens; null where there is none, or more than one. */
function lookOfAll(side: Reading, { from, to }: Range): Format | null {
  const [first, last] = [side.tokens[from], side.tokens[to - 1]]
  if (!first || !last || from >= to) return null
  const [look, ...others] = cut(side, { from: first.from, to: last.to }).filter((piece) => /\S/u.test(piece.text))
  if (!look || others.some((one) => !sameFormat(formatOf(one), formatOf(look)))) return null
  return formatOf(look)
}

function mergedPiece({
  text,
  base,
  ours,
  theirs,
}: {
  text: string
  base: Piece
  ours: Piece
  theirs: Piece
}): WordPiece {
  const marks = MARKS.filter((mark) => {
    const was = base.marks.includes(mark)
    return ours.marks.includes(mark) !== was ? !was : theirs.marks.includes(mark)
  })
  const withLink = (link: string | undefined): Piece => ({ text, marks, ...(link === undefined ? {} : { link }) })
  if (ours.link === theirs.link || theirs.link === base.link) return { type: 'clean', pieces: [withLink(ours.link)] }
  if (ours.link === base.link) return { type: 'clean', pieces: [withLink(theirs.link)] }
  return {
    type: 'conflict',
    about: 'link',
    base: [withLink(base.link)],
    ours: [withLink(ours.link)],
    theirs: [withLink(theirs.link)],
  }
}

function isAlike(one: Piece[], other: Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, index) => {
      const its = other[index]
      return its !== undefined && its.text === piece.text && sameFormat(formatOf(piece), formatOf(its))
    })
  )
}

function formatOf({ marks, link }: Piece): Format {
  return link === undefined ? { marks } : { marks, link }
}

/** An object counts for the one sign that stands for it. */
function lengthOf({ text, object }: Piece): number {
  return object ? 1 : text.length
}

function endsOf(pieces: Piece[]): number[] {
  let end = 0
  return pieces.map((piece) => {
    end += lengthOf(piece)
    return end
  })
}

function pieceAt(pieces: Piece[], position: number): Piece {
  const ends = endsOf(pieces)
  return pieces[ends.findIndex((end) => end > position)] ?? { text: '', marks: [] }
}
