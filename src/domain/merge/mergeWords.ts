import { commonEnds } from '../alignment/commonEnds'
import { dice } from '../alignment/dice'
import { hunksOf } from '../words/hunks'
import type { Effort, Hunk } from '../words/myers'
import { cut, endsOf, type Piece, type Range, spaceBefore, tokenAt } from '../words/pieces'
import { endsSentence, slideHunks } from '../words/tidyHunks'
import type { Reading, Token } from '../words/tokens'
import {
  hasFormatsOf,
  isFormattedTheSame,
  mergeFormats,
  mergeFormatsOfInsertions,
  spelled,
  type ThreePieces,
  type WordPiece,
  withFormatsOf,
} from './mergeFormats'
import { needsSpaceBetween } from './needsSpaceBetween'
import { type ThreeReadings, withPlainPunctuation, withRespelled } from './plainPunctuation'
import { ALIKE_INSERTED } from './unifyInsertions'

export type WordMerge = {
  pieces: WordPiece[]
  /** Both inserted at one place, and both are kept. */
  bothInserted: boolean
  /** Both deleted, and not the same words: all of them are gone. */
  bothDeleted: boolean
  limited: boolean
}

/**
 * The words of one text that both sides changed. Khanna, Kunal and Pierce, “A formal investigation of diff3” (2007), on
 * words: what only one side changed is taken; where the changes of both touch, without one word between them that
 * stayed, they are one place, which is clean only if nothing of either is lost there:
 * both did the same, one did all that the other did and more, both only deleted, or both added whole sentences.
 */
export function mergeWords({ effort, ...readings }: ThreeReadings & { effort: Effort }): WordMerge {
  const { base, ours, theirs } = withPlainPunctuation(readings)
  const found = {
    ours: hunksOf({ before: base, after: ours, effort }),
    theirs: hunksOf({ before: base, after: theirs, effort }),
  }
  const slid = {
    ours: slideHunks({ hunks: found.ours.hunks, before: base.tokens, after: ours.tokens }),
    theirs: slideHunks({ hunks: found.theirs.hunks, before: base.tokens, after: theirs.tokens }),
  }
  const hunks = {
    ours: withRespelled({ base, side: ours, hunks: slid.ours, others: slid.theirs }),
    theirs: withRespelled({ base, side: theirs, hunks: slid.theirs, others: slid.ours }),
  }
  const merge: WordMerge = {
    pieces: [],
    bothInserted: false,
    bothDeleted: false,
    limited: found.ours.limited || found.theirs.limited,
  }
  const sides = { base, ours, theirs }
  const at = { base: 0, ours: 0, theirs: 0 }
  let behind: Behind = null
  for (const region of regionsOf(hunks)) {
    const kept = region.from - at.base
    put(merge, ...keptStretch({ sides, at, length: kept, behind }))
    at.base = region.from
    at.ours += kept
    at.theirs += kept
    const place = {
      base: { from: region.from, to: region.to },
      ours: { from: at.ours, to: at.ours + (region.to - region.from) + growthOf(region.ours) },
      theirs: { from: at.theirs, to: at.theirs + (region.to - region.from) + growthOf(region.theirs) },
    }
    behind = mergeRegion({ sides, region, place, merge })
    at.base = place.base.to
    at.ours = place.ours.to
    at.theirs = place.theirs.to
  }
  put(merge, ...keptStretch({ sides, at, length: base.tokens.length - at.base, behind }))
  merge.pieces.push(...lastSpace(sides))
  return merge
}

/** Adds pieces that begin with a word or a space; two words that come from two texts never run together. */
function put({ pieces }: WordMerge, ...more: WordPiece[]): void {
  const isThere = (piece: WordPiece): boolean => piece.type === 'conflict' || piece.pieces.length > 0
  const [last, first] = [pieces.findLast(isThere), more.find(isThere)]
  if (first?.type === 'clean' && last?.type === 'clean') {
    const [before, after] = [last.pieces.at(-1), first.pieces[0]]
    if (before && after && !before.object && !after.object && needsSpaceBetween(before.text, after.text)) {
      pieces.push({ type: 'clean', pieces: [{ text: ' ', marks: [] }] })
    }
  }
  pieces.push(...more)
}

/** Tokens of the base from `from` to `to` that a side or both changed, with the hunks of each in there. */
type Region = { from: number; to: number; ours: Hunk[]; theirs: Hunk[] }

function regionsOf(hunks: { ours: Hunk[]; theirs: Hunk[] }): Region[] {
  const all = [
    ...hunks.ours.map((hunk) => ({ hunk, side: 'ours' as const })),
    ...hunks.theirs.map((hunk) => ({ hunk, side: 'theirs' as const })),
  ].sort((one, other) => one.hunk.beforeFrom - other.hunk.beforeFrom || one.hunk.beforeTo - other.hunk.beforeTo)
  const regions: Region[] = []
  for (const { hunk, side } of all) {
    const last = regions.at(-1)
    if (last && hunk.beforeFrom <= last.to) {
      last[side].push(hunk)
      last.to = Math.max(last.to, hunk.beforeTo)
    } else {
      const region: Region = { from: hunk.beforeFrom, to: hunk.beforeTo, ours: [], theirs: [] }
      region[side].push(hunk)
      regions.push(region)
    }
  }
  return regions
}

function growthOf(hunks: Hunk[]): number {
  return hunks.reduce((sum, one) => sum + (one.afterTo - one.afterFrom) - (one.beforeTo - one.beforeFrom), 0)
}

type Sides = { sides: ThreeReadings }
type Place = { base: Range; ours: Range; theirs: Range }
type At = { base: number; ours: number; theirs: number }

/** Tokens that all three have: the text of whoever spelled it otherwise, and the format merged. */
function keptStretch({ sides, at, length, behind }: Sides & { at: At; length: number; behind: Behind }): WordPiece[] {
  if (length === 0) return []
  const out: WordPiece[] = behind ? spaceBehind({ sides, at, behind }) : spaceAt({ sides, at })
  const range = (side: keyof ThreeReadings, first: number, last: number): Range => ({
    from: tokenAt(sides[side], at[side] + first).from,
    to: tokenAt(sides[side], at[side] + last).to,
  })
  const whole = {
    base: range('base', 0, length - 1),
    ours: range('ours', 0, length - 1),
    theirs: range('theirs', 0, length - 1),
  }
  if (isSpelledAlike(sides, whole)) return [...out, ...mergeFormats(piecesAt(sides, whole))]
  for (let step = 0; step < length; step++) {
    const here = { base: at.base + step, ours: at.ours + step, theirs: at.theirs + step }
    if (step > 0) out.push(...spaceAt({ sides, at: here }))
    const word = {
      base: range('base', step, step),
      ours: range('ours', step, step),
      theirs: range('theirs', step, step),
    }
    out.push(...(isSpelledAlike(sides, word) ? mergeFormats(piecesAt(sides, word)) : respelled(sides, here)))
  }
  return out
}

/** The white space in front of a token that all three have. */
function spaceAt({ sides, at }: Sides & { at: At }): WordPiece[] {
  const space = {
    base: spaceBefore(sides.base, at.base),
    ours: spaceBefore(sides.ours, at.ours),
    theirs: spaceBefore(sides.theirs, at.theirs),
  }
  if (isSpelledAlike(sides, space)) return mergeFormats(piecesAt(sides, space))
  return [changedSpelling(sides, space)]
}

/** Whose text stands in front; `both` where it is of more than one, or to be decided. */
type Behind = 'ours' | 'theirs' | 'both' | null

/** The space that goes with what stands in front, so that two words never run together that came from two texts. */
function spaceBehind({ sides, at, behind }: Sides & { at: At; behind: 'ours' | 'theirs' | 'both' }): WordPiece[] {
  const order = behind === 'both' ? (['ours', 'theirs', 'base'] as const) : ([behind] as const)
  for (const side of order) {
    const space = spaceBefore(sides[side], at[side])
    if (has(space) && at[side] > 0) return [{ type: 'clean', pieces: cut(sides[side], space) }]
  }
  return []
}

function lastSpace(sides: ThreeReadings): WordPiece[] {
  return spaceAt({
    sides,
    at: { base: sides.base.tokens.length, ours: sides.ours.tokens.length, theirs: sides.theirs.tokens.length },
  })
}

function piecesAt({ base, ours, theirs }: ThreeReadings, place: Place): ThreePieces {
  return { base: cut(base, place.base), ours: cut(ours, place.ours), theirs: cut(theirs, place.theirs) }
}

function isSpelledAlike({ base, ours, theirs }: ThreeReadings, place: Place): boolean {
  const text = base.text.slice(place.base.from, place.base.to)
  if (text !== ours.text.slice(place.ours.from, place.ours.to)) return false
  return text === theirs.text.slice(place.theirs.from, place.theirs.to)
}

/** A word in the spelling of the side that changed it, with the look of both. */
function respelled(sides: ThreeReadings, at: At): WordPiece[] {
  const range = (side: keyof ThreeReadings): Range => tokenAt(sides[side], at[side])
  const looks = piecesAt(sides, { base: range('base'), ours: range('ours'), theirs: range('theirs') })
  const text = { base: spelled(looks.base), ours: spelled(looks.ours), theirs: spelled(looks.theirs) }
  // Where both did, the one or the other, whichever side is called ours.
  const isOurs = text.theirs === text.base || (text.ours !== text.base && text.ours > text.theirs)
  const [pieces, other] = isOurs ? [looks.ours, looks.theirs] : [looks.theirs, looks.ours]
  if (isFormattedTheSame(other, looks.base)) return [{ type: 'clean', pieces }]
  const isOneLook = [looks.base, looks.ours, looks.theirs].every((look) => look.length === 1)
  const isOneLength = text.ours.length === text.base.length && text.theirs.length === text.base.length
  if (!isOneLook && !isOneLength) return [{ type: 'conflict', ...looks }]
  const word = spelled(pieces)
  const spell = (look: Piece[]): Piece[] => {
    const ends = endsOf(look)
    return look.map((piece, at) => ({ ...piece, text: isOneLook ? word : word.slice(ends[at - 1] ?? 0, ends[at]) }))
  }
  return mergeFormats({ base: spell(looks.base), ours: spell(looks.ours), theirs: spell(looks.theirs) })
}

function changedSpelling({ base, ours, theirs }: ThreeReadings, place: Place): WordPiece {
  const isOurs = base.text.slice(place.base.from, place.base.to) !== ours.text.slice(place.ours.from, place.ours.to)
  return { type: 'clean', pieces: isOurs ? cut(ours, place.ours) : cut(theirs, place.theirs) }
}

type RegionMerge = Sides & { region: Region; place: Place; merge: WordMerge }

function mergeRegion({ sides, region, place, merge }: RegionMerge): Behind {
  const take = (...taken: ('ours' | 'theirs')[]): void => {
    for (const side of taken) put(merge, { type: 'clean', pieces: stretch(sides[side], place[side]) })
  }
  const winner = winnerOf({ sides, region, place })
  if (winner) {
    const other = winner === 'ours' ? 'theirs' : 'ours'
    const pieces = stretch(sides[winner], place[winner])
    if (region[other].length === 0) put(merge, withFormatsOf({ pieces, sides, place, side: other }))
    else if (isSaidAlike({ sides, place })) put(merge, ...mergeFormatsOfInsertions({ sides, place, speller: winner }))
    else put(merge, { type: 'clean', pieces })
    return winner
  }
  const editor = editorOf(region)
  if (editor) {
    merge.bothDeleted = true
    for (const piece of bothDone({ sides, region, editor })) put(merge, piece)
  } else if (isBothSentences({ sides, place }) || isBothLines({ sides, place })) {
    merge.bothInserted = true
    take('ours')
    const [last, first] = [sides.ours.tokens[place.ours.to - 1], sides.theirs.tokens[place.theirs.from]]
    const isApart = has(spaceBefore(sides.theirs, place.theirs.from)) || isBreak(last) || isBreak(first)
    if (!isApart) merge.pieces.push({ type: 'clean', pieces: [{ text: ' ', marks: [] }] })
    take('theirs')
  } else pushConflict({ sides, place, merge })
  return 'both'
}

/** The side that has everything that was done in a region; null where neither has. */
function winnerOf({ sides, region, place }: Omit<RegionMerge, 'merge'>): 'ours' | 'theirs' | null {
  if (region.theirs.length === 0) return 'ours'
  if (region.ours.length === 0) return 'theirs'
  if (isSaidAlike({ sides, place })) {
    // Only the spaces differ: one too many reads better than one too few.
    return lengthOf(sides.theirs, place.theirs) > lengthOf(sides.ours, place.ours) ? 'theirs' : 'ours'
  }
  if (contains({ sides, region, outer: 'ours', inner: 'theirs' })) return 'ours'
  return contains({ sides, region, outer: 'theirs', inner: 'ours' }) ? 'theirs' : null
}

function has(range: Range): boolean {
  return range.to > range.from
}

/** The tokens of a range with the white space in front of each. */
function stretch(side: Reading, { from, to }: Range): Piece[] {
  if (from === to) return []
  return cut(side, { from: spaceBefore(side, from).from, to: tokenAt(side, to - 1).to })
}

function lengthOf(side: Reading, { from, to }: Range): number {
  return from === to ? 0 : tokenAt(side, to - 1).to - spaceBefore(side, from).from
}

/** Whether both say the same there, but for white space. */
function isSaidAlike({ sides, place }: Sides & { place: Place }): boolean {
  const said = (side: 'ours' | 'theirs'): string =>
    keysIn(sides[side], place[side])
      .map((key) => key.trim())
      .join('\n')
  return said('ours') === said('theirs')
}

function keysIn({ tokens }: Reading, { from, to }: Range): string[] {
  return tokens.slice(from, to).map(({ key }) => key)
}

/**
 * Whether one side did in this region all that the other did: deleted at least the same, and put in at least the same words
 * in one go, with every mark and link that they have there, and no figure besides. To delete words that the other side put
 * others in place of is something else.
 */
function contains({
  sides,
  region,
  outer,
  inner,
}: Sides & { region: Region; outer: 'ours' | 'theirs'; inner: 'ours' | 'theirs' }): boolean {
  const gone = deletedBy(region[outer])
  for (const token of deletedBy(region[inner])) if (!gone.has(token)) return false
  const put = insertedBy(sides[outer], region[outer])
  const its = insertedBy(sides[inner], region[inner])
  if (its.length === 0) return put.length === 0
  const pieceOf = (side: 'ours' | 'theirs', word: InsertedToken): Piece[] =>
    cut(sides[side], tokenAt(sides[side], word.at))
  const isThere = (word: InsertedToken, other: InsertedToken | undefined): boolean =>
    word.key === other?.key && hasFormatsOf({ one: pieceOf(inner, word), other: pieceOf(outer, other) })
  const start = put.findIndex((_, at) => its.every((word, step) => isThere(word, put[at + step])))
  const more = [...put.slice(0, start), ...put.slice(start + its.length)]
  return start >= 0 && !more.some(({ key }) => /\p{N}/u.test(key))
}

/** A token that a side put in, and its place there. */
type InsertedToken = { key: string; at: number }

function deletedBy(hunks: Hunk[]): Set<number> {
  const tokens = new Set<number>()
  for (const hunk of hunks) for (let token = hunk.beforeFrom; token < hunk.beforeTo; token++) tokens.add(token)
  return tokens
}

function insertedBy({ tokens }: Reading, hunks: Hunk[]): InsertedToken[] {
  return hunks.flatMap(({ afterFrom, afterTo }) =>
    tokens.slice(afterFrom, afterTo).map(({ key }, step) => ({ key, at: afterFrom + step })),
  )
}

/**
 * Where one side only deleted, the other one: what both did there fits together, unless that one edited what the first one
 * deleted. Null where both put something in.
 */
function editorOf({ ours, theirs }: Region): 'ours' | 'theirs' | null {
  const isDeleting = (hunks: Hunk[]): boolean => hunks.every((hunk) => hunk.afterFrom === hunk.afterTo)
  const touches = (edit: Hunk, deletion: Hunk): boolean => {
    if (edit.afterFrom === edit.afterTo) return false
    // A word alone beside what was rewritten may be what turns it: “not”.
    const isBeside = edit.beforeFrom < edit.beforeTo && deletion.beforeTo - deletion.beforeFrom === 1
    const reach = isBeside ? 1 : 0
    return deletion.beforeFrom < edit.beforeTo + reach && edit.beforeFrom < deletion.beforeTo + reach
  }
  const fits = (deletions: Hunk[], edits: Hunk[]): boolean =>
    isDeleting(deletions) && !deletions.some((deletion) => edits.some((edit) => touches(edit, deletion)))
  if (fits(theirs, ours)) return 'ours'
  return fits(ours, theirs) ? 'theirs' : null
}

/** What both left of the base, with what the one that did not only delete put in. */
function bothDone({ sides, region, editor }: Sides & { region: Region; editor: 'ours' | 'theirs' }): WordPiece[] {
  const gone = new Set([...deletedBy(region.ours), ...deletedBy(region.theirs)])
  const out: WordPiece[] = []
  for (let token = region.from; token <= region.to; token++) {
    for (const hunk of region[editor]) {
      if (hunk.beforeFrom !== token) continue
      out.push({ type: 'clean', pieces: stretch(sides[editor], { from: hunk.afterFrom, to: hunk.afterTo }) })
    }
    if (token < region.to && !gone.has(token)) {
      out.push({ type: 'clean', pieces: stretch(sides.base, { from: token, to: token + 1 }) })
    }
  }
  return out
}

/** Both put in whole sentences between two sentences, and none of them the same. */
function isBothSentences({ sides, place }: Sides & { place: Place }): boolean {
  if (place.base.from !== place.base.to) return false
  const before = sides.base.tokens[place.base.from - 1]
  const isBetween = before === undefined || endsSentence(before)
  const isWhole = (side: Reading, { to }: Range): boolean => {
    const last = side.tokens[to - 1]
    return last !== undefined && endsSentence(last)
  }
  if (!isBetween || !isWhole(sides.ours, place.ours) || !isWhole(sides.theirs, place.theirs)) return false
  const theirs = partsOf(sides.theirs, place.theirs, endsSentence)
  return !partsOf(sides.ours, place.ours, endsSentence).some((one) => theirs.some((other) => dice(one, other) === 1))
}

/** Both put in whole lines, each with the break in front of it, and none of them alike. */
function isBothLines({ sides, place }: Sides & { place: Place }): boolean {
  const behind = sides.base.tokens[place.base.to]
  if (place.base.from !== place.base.to || (behind && !isBreak(behind))) return false
  if (!isBreak(sides.ours.tokens[place.ours.from]) || !isBreak(sides.theirs.tokens[place.theirs.from])) return false
  const theirs = partsOf(sides.theirs, place.theirs, isBreak)
  return !partsOf(sides.ours, place.ours, isBreak).some((one) =>
    theirs.some((other) => dice(one, other) >= ALIKE_INSERTED),
  )
}

/** The words of each sentence, or line, of a range: sorted, whatever form their signs have. Those without words are left out. */
function partsOf({ tokens, numbers }: Reading, { from, to }: Range, isEnd: (token: Token) => boolean): Int32Array[] {
  const parts: number[][] = [[]]
  for (const [step, token] of tokens.slice(from, to).entries()) {
    if (token.isWord) parts.at(-1)?.push(numbers[from + step] ?? 0)
    if (isEnd(token)) parts.push([])
  }
  return parts.filter((words) => words.length > 0).map((words) => Int32Array.from(words).sort())
}

function isBreak(token: Token | undefined): boolean {
  return token?.object?.kind === 'break'
}

/** What both put in alike at the ends of the place is agreed; the rest is to be decided. */
function pushConflict({ sides, place, merge }: Omit<RegionMerge, 'region'>): void {
  const { ours, theirs } = place
  const { head, tail } = commonEnds(keysIn(sides.ours, ours), keysIn(sides.theirs, theirs))
  const [first, last] = [
    { ours: { from: ours.from, to: ours.from + head }, theirs: { from: theirs.from, to: theirs.from + head } },
    { ours: { from: ours.to - tail, to: ours.to }, theirs: { from: theirs.to - tail, to: theirs.to } },
  ]
  const base = { from: place.base.from, to: place.base.from }
  put(merge, ...mergeFormatsOfInsertions({ sides, place: { base, ...first }, speller: 'ours' }))
  merge.pieces.push({
    type: 'conflict',
    base: stretch(sides.base, place.base),
    ours: stretch(sides.ours, { from: first.ours.to, to: last.ours.from }),
    theirs: stretch(sides.theirs, { from: first.theirs.to, to: last.theirs.from }),
  })
  merge.pieces.push(...mergeFormatsOfInsertions({ sides, place: { base, ...last }, speller: 'ours' }))
}
