import { MARKS, type Mark } from '../richText/richText'
import { type Format, formatOf, isFormattedAlike } from '../richText/runs'
import { cut, endsOf, joinNeighbours, type Piece, pieceAfter, type Range, spaceBefore, tokenAt } from '../words/pieces'
import { OBJECT, type Reading } from '../words/tokens'
import { type OnAll, onAll, onBoth, type Side, VERSIONS } from './sides'

/** A stretch of the merged text, or a place where both sides changed the same words. */
export type WordPiece = { type: 'clean'; pieces: Piece[] } | DisputedPieces
/** With `about`, the words are equal, and only their address is in dispute. */
export type DisputedPieces = { type: 'conflict'; about?: 'link' } & OnAll<Piece[]>

/** A stretch without anything to decide. */
export function clean(pieces: Piece[]): WordPiece {
  return { type: 'clean', pieces }
}

/**
 * The formats of a text that all three spell equally: each mark is that of the side that changed it. If both changed an address, to
 * different ones, it is in dispute.
 */
export function mergeFormats(given: OnAll<Piece[]>): WordPiece[] {
  const { base, ours, theirs } = given
  if (base.length === 0) return []
  if (isAlike(base, theirs)) return [clean(ours)]
  if (isAlike(base, ours)) return [clean(theirs)]
  const ends = [...new Set(VERSIONS.flatMap((version) => endsOf(given[version])))].sort((a, b) => a - b)
  const whole = spelled(base)
  const at = onAll((version) => pieceAfter(given[version]))
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    const pieces = onAll((version) => at[version](start))
    return pieces.base.object ? clean([pieces.base]) : mergedPiece(whole.slice(start, end), pieces)
  })
}

/**
 * The same words that both inserted, in the spelling of one side. Their former format is none, or that of all words that they
 * replace.
 */
export function mergeFormatsOfInsertions(texts: OnAll<Reading>, place: OnAll<Range>, speller: Side): WordPiece[] {
  const { ours, theirs } = onBoth((side) => respaced({ texts, place, side, speller }))
  const pieces = speller === 'ours' ? ours : theirs
  if (spelled(ours) !== spelled(theirs)) return [clean(pieces)]
  const was = formatOfAll(texts.base, place.base) ?? { marks: [] }
  const base = pieces.map((piece): Piece => (piece.object ? piece : { text: piece.text, ...was }))
  return mergeFormats({ base, ours, theirs })
}

type Given = { texts: OnAll<Reading>; place: OnAll<Range>; side: Side }

/** The words of `side` with the spaces of `speller`. */
function respaced({ texts, place, side, speller }: Given & { speller: Side }): Piece[] {
  const { from, to } = place[side]
  const pieces: Piece[] = []
  for (let token = from; token < to; token++) {
    const own = cut(texts[side], spaceBefore(texts[side], token))
    const given = cut(texts[speller], spaceBefore(texts[speller], place[speller].from + token - from))
    pieces.push(...(spelled(own) === spelled(given) ? own : given), ...cut(texts[side], tokenAt(texts[side], token)))
  }
  return joinNeighbours(pieces, (left, right) => !left.object && !right.object && isFormattedAlike(left, right))
}

/** Whether `other` has every mark and address of `one`, character by character. */
export function hasFormatsOf({ one, other }: { one: Piece[]; other: Piece[] }): boolean {
  const at = pieceAfter(other)
  const ends = endsOf(one)
  return one.every(({ marks, link }, index) => {
    const its = at(ends[index - 1] ?? 0)
    return (link === undefined || link === its.link) && marks.every((mark) => its.marks.includes(mark))
  })
}

/**
 * The words with which the other side replaced words that `side` reformatted. If `side` made all of them bold, the new words are
 * bold. If it changed their link, those new words change it that still had the old one. If it gave a link to replaced words, a
 * person decides whether the new words have it.
 */
export function withFormatsOf({ pieces, texts, place, side }: Given & { pieces: Piece[] }): WordPiece {
  const [was, is] = [formatOfAll(texts.base, place.base), formatOfAll(texts[side], place[side])]
  const marked = pieces.map((piece) => {
    if (!was || !is || piece.object || !hasWords(piece)) return piece
    return { ...piece, marks: mergedMarks({ base: was, ours: is, theirs: piece }) }
  })
  const [base, other] = [stretchOf(texts.base, place.base), stretchOf(texts[side], place[side])]
  const links = { base: linksOf(base), other: linksOf(other), here: linksOf(pieces) }
  if (links.base === links.other || links.other === links.here) return clean(marked)
  if (was?.link !== undefined && is && links.here === links.base) {
    return clean(marked.map((piece) => (piece.object ? piece : linked(piece, is.link))))
  }
  return { type: 'conflict', base, ...onBoth((one) => (one === side ? other : pieces)) }
}

/** Each mark as the side has it that changed it. */
function mergedMarks({ base, ours, theirs }: OnAll<Format>): Mark[] {
  return MARKS.filter((mark) => {
    const isSet = ours.marks.includes(mark)
    return isSet === base.marks.includes(mark) ? theirs.marks.includes(mark) : isSet
  })
}

function linked({ text, marks }: Piece, link: string | undefined): Piece {
  return { text, ...formatOf({ marks, link }) }
}

function hasWords({ text }: Piece): boolean {
  return /\S/u.test(text)
}

/** The addresses of the words, in order. */
function linksOf(pieces: Piece[]): string {
  const links = pieces.filter(hasWords).map((piece) => piece.link ?? '')
  return links.filter((link, index) => link !== links[index - 1]).join('\n')
}

function stretchOf(side: Reading, { from, to }: Range): Piece[] {
  return from >= to ? [] : cut(side, { from: tokenAt(side, from).from, to: tokenAt(side, to - 1).to })
}

/** The format that all words in a range of tokens have; null if they differ. */
function formatOfAll(side: Reading, range: Range): Format | null {
  const [format, ...others] = stretchOf(side, range).filter(hasWords).map(formatOf)
  return format && others.every((one) => isFormattedAlike(one, format)) ? format : null
}

function mergedPiece(text: string, pieces: OnAll<Piece>): WordPiece {
  const { base, ours, theirs } = pieces
  const marks = mergedMarks(pieces)
  const merged = onAll((version) => [linked({ text, marks }, pieces[version].link)])
  if (ours.link === theirs.link || theirs.link === base.link) return clean(merged.ours)
  if (ours.link === base.link) return clean(merged.theirs)
  return { type: 'conflict', about: 'link', ...merged }
}

/** The text of pieces, with one character for each object. */
export function spelled(pieces: Piece[]): string {
  return pieces.map(({ text, object }) => (object ? OBJECT : text)).join('')
}

/** Whether two texts, whatever their spelling, have the same sequence of formats. */
export function isFormattedTheSame(one: Piece[], other: Piece[]): boolean {
  return (
    one.length === other.length && one.every((piece, index) => isFormattedAlike(piece, other[index] ?? { marks: [] }))
  )
}

function isAlike(one: Piece[], other: Piece[]): boolean {
  return isFormattedTheSame(one, other) && one.every(({ text }, index) => text === other[index]?.text)
}
