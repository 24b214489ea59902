import { MARKS } from '../richText/richText'
import { type Format, formatOf, isFormattedAlike } from '../richText/runs'
import { cut, endsOf, joinNeighbours, type Piece, pieceAfter, type Range, spaceBefore, tokenAt } from '../words/pieces'
import { OBJECT, type Reading } from '../words/tokens'
import type { Side } from './forests'
import type { ThreeReadings } from './plainPunctuation'

/** A stretch of the merged text, or a place where both sides changed the same words (or the address of one link). */
export type WordPiece =
  | { type: 'clean'; pieces: Piece[] }
  | { type: 'conflict'; base: Piece[]; ours: Piece[]; theirs: Piece[]; about?: 'link' }

/** Three readings, and ranges of their tokens. */
type Given = { sides: ThreeReadings; place: Record<keyof ThreeReadings, Range> }

/** One text in three looks. */
export type ThreePieces = Record<keyof ThreeReadings, Piece[]>

/**
 * The formats of a text that all three have to the letter: every mark by itself as the side has it that changed it. An
 * address that both changed, and not to the same one, is to be decided.
 */
export function mergeFormats(looks: ThreePieces): WordPiece[] {
  if (looks.base.length === 0) return []
  if (isAlike(looks.base, looks.theirs)) return [{ type: 'clean', pieces: looks.ours }]
  if (isAlike(looks.base, looks.ours)) return [{ type: 'clean', pieces: looks.theirs }]
  const ends = [...new Set([...endsOf(looks.base), ...endsOf(looks.ours), ...endsOf(looks.theirs)])].sort(
    (a, b) => a - b,
  )
  const whole = spelled(looks.base)
  const at = { base: pieceAfter(looks.base), ours: pieceAfter(looks.ours), theirs: pieceAfter(looks.theirs) }
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    const base = at.base(start)
    if (base.object) return { type: 'clean', pieces: [base] }
    return mergedPiece({ text: whole.slice(start, end), base, ours: at.ours(start), theirs: at.theirs(start) })
  })
}

/**
 * The same words that both put in, in the spelling of one side: they had no look before, or that of all the words in whose
 * place they stand.
 */
export function mergeFormatsOfInsertions({ sides, place, speller }: Given & { speller: Side }): WordPiece[] {
  const ours = respaced({ sides, place, side: 'ours', speller })
  const theirs = respaced({ sides, place, side: 'theirs', speller })
  const pieces = speller === 'ours' ? ours : theirs
  if (spelled(ours) !== spelled(theirs)) return [{ type: 'clean', pieces }]
  const was = formatOfAll(sides.base, place.base) ?? { marks: [] }
  const base = pieces.map((piece): Piece => (piece.object ? piece : { text: piece.text, ...was }))
  return mergeFormats({ base, ours, theirs })
}

/** The words of one side with the spaces of the one that spells. */
function respaced({ sides, place, side, speller }: Given & { side: Side; speller: Side }): Piece[] {
  const { from, to } = place[side]
  const pieces: Piece[] = []
  for (let token = from; token < to; token++) {
    const own = cut(sides[side], spaceBefore(sides[side], token))
    const given = cut(sides[speller], spaceBefore(sides[speller], place[speller].from + token - from))
    pieces.push(...(spelled(own) === spelled(given) ? own : given), ...cut(sides[side], tokenAt(sides[side], token)))
  }
  return joinNeighbours(pieces, (left, right) => !left.object && !right.object && isFormattedAlike(left, right))
}

/** Whether `other` has every mark and address that `one` has, sign by sign. */
export function hasFormatsOf({ one, other }: { one: Piece[]; other: Piece[] }): boolean {
  const at = pieceAfter(other)
  const starts = endsOf(one)
  return one.every(({ marks, link }, index) => {
    const its = at(index === 0 ? 0 : (starts[index - 1] ?? 0))
    return (link === undefined || link === its.link) && marks.every((mark) => its.marks.includes(mark))
  })
}

/**
 * The words that one side put in place of others, as the other side made those look: words that are all bold now give that
 * to what replaced them. A link goes on only to words that still had the old one. Where the other side linked what is gone,
 * somebody is to say whether what came in its place is to have that link.
 */
export function withFormatsOf({ pieces, sides, place, side }: Given & { pieces: Piece[]; side: Side }): WordPiece {
  const [was, is] = [formatOfAll(sides.base, place.base), formatOfAll(sides[side], place[side])]
  const marked = was && is ? pieces.map((piece) => withMarks({ piece, was, is })) : pieces
  const base = stretchOf(sides.base, place.base)
  const other = stretchOf(sides[side], place[side])
  const links = { base: linksOf(base), other: linksOf(other), here: linksOf(pieces) }
  if (links.base === links.other || links.other === links.here) return { type: 'clean', pieces: marked }
  if (was?.link !== undefined && is && links.here === links.base) {
    return { type: 'clean', pieces: marked.map((piece) => withLink(piece, is.link)) }
  }
  const [ours, theirs] = side === 'ours' ? [other, pieces] : [pieces, other]
  return { type: 'conflict', base, ours, theirs }
}

function withMarks({ piece, was, is }: { piece: Piece; was: Format; is: Format }): Piece {
  if (piece.object || !/\S/u.test(piece.text)) return piece
  const marks = MARKS.filter((mark) => {
    const isSet = is.marks.includes(mark)
    return isSet === was.marks.includes(mark) ? piece.marks.includes(mark) : isSet
  })
  return { ...piece, marks }
}

function withLink(piece: Piece, link: string | undefined): Piece {
  if (piece.object) return piece
  return { text: piece.text, ...formatOf({ marks: piece.marks, link }) }
}

/** The addresses that words are linked to, in their order. */
function linksOf(pieces: Piece[]): string {
  const links = pieces.filter((piece) => /\S/u.test(piece.text)).map((piece) => piece.link ?? '')
  return links.filter((link, index) => link !== links[index - 1]).join('\n')
}

function stretchOf(side: Reading, { from, to }: Range): Piece[] {
  return from >= to ? [] : cut(side, { from: tokenAt(side, from).from, to: tokenAt(side, to - 1).to })
}

/** The one format of all words in a range of tokens; null where there is none, or more than one. */
function formatOfAll(side: Reading, { from, to }: Range): Format | null {
  const [first, last] = [side.tokens[from], side.tokens[to - 1]]
  if (!first || !last || from >= to) return null
  const [look, ...others] = cut(side, { from: first.from, to: last.to }).filter((piece) => /\S/u.test(piece.text))
  if (!look || others.some((one) => !isFormattedAlike(formatOf(one), formatOf(look)))) return null
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
  const withLink = (link: string | undefined): Piece => ({ text, ...formatOf({ marks, link }) })
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

/** The text of pieces, with the one sign that stands for an object. */
export function spelled(pieces: Piece[]): string {
  return pieces.map(({ text, object }) => (object ? OBJECT : text)).join('')
}

/** Whether two texts, in whatever spelling, are cut into the same looks. */
export function isFormattedTheSame(one: Piece[], other: Piece[]): boolean {
  return (
    one.length === other.length && one.every((piece, index) => isFormattedAlike(piece, other[index] ?? { marks: [] }))
  )
}

function isAlike(one: Piece[], other: Piece[]): boolean {
  return isFormattedTheSame(one, other) && one.every(({ text }, index) => text === other[index]?.text)
}
