import { commonEnds } from '../alignment/commonEnds'
import { dice } from '../alignment/dice'
import { grouped } from '../grouped'
import { hunksOf } from '../words/hunks'
import type { Effort, Hunk } from '../words/myers'
import { cut, endsOf, has, type Piece, type Range, spaceBefore, tokenAt } from '../words/pieces'
import { endsSentence, slideHunks } from '../words/tidyHunks'
import type { Reading, Token } from '../words/tokens'
import {
  clean,
  hasFormatsOf,
  isFormattedTheSame,
  mergeFormats,
  mergeFormatsOfInsertions,
  spelled,
  type WordPiece,
  withFormatsOf,
} from './mergeFormats'
import { hasFigure, isInOneName, isOneName, withWholeNames } from './names'
import { needsSpaceBetween } from './needsSpaceBetween'
import { withPlainPunctuation, withRespelled } from './plainPunctuation'
import { type OnAll, type OnBoth, onAll, onBoth, otherThan, SIDES, type Side, VERSIONS } from './sides'
import { ALIKE_INSERTED } from './unifyInsertions'

export type WordMerge = {
  pieces: WordPiece[]
  /** Both inserted at one place, and both insertions are kept. */
  bothInserted: boolean
  /** Both deleted, but not the same words: all of them are deleted. */
  bothDeleted: boolean
  /** Changes of theirs were taken outside of what is in dispute. */
  tookTheirs: boolean
  limited: boolean
}

type Texts = OnAll<Reading>
/** A range in each of the three texts, of tokens or of characters. */
type Place = OnAll<Range>
/** Tokens of the base that at least one side changed, with the hunks of each side. */
type Region = Range &
  OnBoth<Hunk[]> & {
    /** Changes of one name (`isOneName`), or of one number (`isOneNumber`). */
    isName?: true
    /** Whole sentences or a whole name, of which a part is in dispute. */
    isWhole?: true
  }
/** Whose text precedes; `both` if it is of more than one side, or in dispute. */
type Behind = Side | 'both' | null

/**
 * Merges the words of one text. Khanna, Kunal and Pierce, “A formal investigation of diff3” (2007), on words: a change of one side
 * is taken. If changes of both sides touch, without an unchanged word between them, they are one place. It merges only if no change
 * is lost: both did the same, one change includes the other, both only deleted, or both added whole sentences. A sentence in which
 * more was changed than what is in dispute is one place: of the parts of two sentences nobody can make one (`bySentence`).
 */
export function mergeWords(readings: Texts, effort: Effort): WordMerge {
  const texts = withPlainPunctuation(readings)
  const { base } = texts
  const found = onBoth((side) => hunksOf({ before: base, after: texts[side], effort }))
  const slid = onBoth((side) =>
    slideHunks({ hunks: found[side].hunks, before: base.tokens, after: texts[side].tokens }),
  )
  const hunks = onBoth((side) =>
    withRespelled({ base, side: texts[side], hunks: slid[side], others: slid[otherThan(side)] }),
  )
  const limited = found.ours.limited || found.theirs.limited
  const merge: WordMerge = { pieces: [], bothInserted: false, bothDeleted: false, tookTheirs: false, limited }
  let at = onAll(() => 0)
  let behind: Behind = null
  for (const region of bySentence(texts, regionsOf(texts, hunks))) {
    const place = placeOf(region, at)
    put(merge, ...keptStretch(texts, at, region.from - at.base, behind))
    behind = mergeRegion(texts, region, place, merge)
    at = onAll((version) => place[version].to)
  }
  put(merge, ...keptStretch(texts, at, base.tokens.length - at.base, behind))
  const end = onAll((version) => texts[version].tokens.length)
  merge.pieces.push(...spaceAt(texts, end))
  return merge
}

/** Adds pieces that begin with a word or a space, and a space if two words from two texts would run together. */
function put({ pieces }: WordMerge, ...more: WordPiece[]): void {
  const isThere = (piece: WordPiece): boolean => piece.type === 'conflict' || piece.pieces.length > 0
  const [last, first] = [pieces.findLast(isThere), more.find(isThere)]
  if (first?.type === 'clean' && last?.type === 'clean') {
    const [before, after] = [last.pieces.at(-1), first.pieces[0]]
    if (before && after && !before.object && !after.object && needsSpaceBetween(before.text, after.text)) {
      pieces.push(SPACE)
    }
  }
  pieces.push(...more)
}

const SPACE = clean([{ text: ' ', marks: [] }])

function regionsOf(texts: Texts, hunks: OnBoth<Hunk[]>): Region[] {
  const all = SIDES.flatMap((side) => hunks[side].map((hunk) => ({ hunk, side })))
  all.sort((one, other) => one.hunk.beforeFrom - other.hunk.beforeFrom || one.hunk.beforeTo - other.hunk.beforeTo)
  const regions: Region[] = []
  const isOfNumber = numberFinder(texts, hunks)
  let former: Range | null = null
  for (const one of all) {
    const { hunk, side } = one
    let last = regions.at(-1)
    const at = tokensOf(texts, hunk, side)
    const isOfName =
      (former !== null && at !== null && isOneName(texts.base, { from: former.to - 1, to: at.from + 1 })) ||
      isOfNumber(one)
    if (!last || (hunk.beforeFrom > last.to && !isOfName)) {
      last = { from: hunk.beforeFrom, to: hunk.beforeTo, ours: [], theirs: [] }
      regions.push(last)
    } else if (isOfName) last.isName = true
    last[side].push(hunk)
    last.to = Math.max(last.to, hunk.beforeTo)
    former = at
  }
  return regions
}

type SideOfHunk = { hunk: Hunk; side: Side }

/**
 * Says of a change whether it is about a figure, and the other side changed another figure one unchanged word before: 30 days as
 * “20 to 30 days” and as “30 to 60 days”. What both did alike is no such change.
 */
function numberFinder(texts: Texts, hunks: OnBoth<Hunk[]>): (one: SideOfHunk) => boolean {
  const endingAt = onBoth((side) => grouped(hunks[side], ({ beforeTo }) => beforeTo))
  const textOf = (side: Side, { afterFrom, afterTo }: Hunk) =>
    JSON.stringify(keysIn(texts[side], { from: afterFrom, to: afterTo }))
  const isOfFigure = (side: Side, { beforeFrom, beforeTo, afterFrom, afterTo }: Hunk) =>
    [...texts.base.tokens.slice(beforeFrom, beforeTo), ...texts[side].tokens.slice(afterFrom, afterTo)].some(hasFigure)
  return ({ hunk, side }) => {
    const other = otherThan(side)
    const end = hunk.beforeFrom - 1
    if (!texts.base.tokens[end]?.isWord || !isOfFigure(side, hunk)) return false
    const own = endingAt[side].get(end) ?? []
    return (endingAt[other].get(end) ?? []).some(
      (one) =>
        isOfFigure(other, one) &&
        !own.some((same) => same.beforeFrom === one.beforeFrom && textOf(side, same) === textOf(other, one)),
    )
  }
}

/** The tokens of the base that a change is about; of an insertion those to which it is added without a space. Null if there are none. */
function tokensOf(texts: Texts, { beforeFrom, beforeTo, afterFrom, afterTo }: Hunk, side: Side): Range | null {
  if (beforeFrom < beforeTo) return { from: beforeFrom, to: beforeTo }
  const isJoined = (at: number) => at > 0 && at < texts[side].tokens.length && isInOneName(texts[side], at)
  const range = { from: beforeFrom - (isJoined(afterFrom) ? 1 : 0), to: beforeFrom + (isJoined(afterTo) ? 1 : 0) }
  return has(range) ? range : null
}

/**
 * The regions, with those of one sentence of the base as one where one of them is in dispute, and with the whole of a name that both
 * changed. Whoever then decides for a side gets its sentence or its name, not one that neither side wrote.
 */
function bySentence(texts: Texts, regions: Region[]): Region[] {
  let at = onAll((_) => 0)
  const disputed = regions.filter((region) => {
    const place = placeOf(region, at)
    at = onAll((version) => place[version].to)
    return isDisputed(texts, region, place)
  })
  return disputed.reduce<Region[]>((found, region) => {
    const { from, to } = region
    const sentence = sentenceAround(texts.base, { from, to })
    const isIn = (one: Region): boolean => one.from < sentence.to && one.to > sentence.from
    const here = found.filter((one) => isIn(one) || (one.from <= to && one.to >= from))
    // A block that a side split off or joined is no part of a sentence.
    if (here.some((one) => changesBlocks(texts, one))) return found
    if (here.length < 2) {
      const whole = withWholeNames(texts.base, region) ?? (region.isName ? region : null)
      return whole ? found.map((one) => (one === region ? { ...one, ...whole, isWhole: true as const } : one)) : found
    }
    const whole = {
      from: Math.min(sentence.from, ...here.map((one) => one.from)),
      to: Math.max(sentence.to, ...here.map((one) => one.to)),
      ...onBoth((side) => here.flatMap((one) => one[side])),
      isWhole: true as const,
    }
    const [first, last] = [found.indexOf(here[0] as Region), found.indexOf(here.at(-1) as Region)]
    return [...found.slice(0, first), whole, ...found.slice(last + 1)]
  }, regions)
}

/** The sentences of a text in which a range lies. */
function sentenceAround(reading: Reading, { from, to }: Range): Range {
  const { tokens } = reading
  let start = from
  while (start > 0 && !isBorder(reading, start)) start -= 1
  let end = Math.max(to, start + 1)
  while (end < tokens.length && !isBorder(reading, end)) end += 1
  return { from: start, to: Math.min(end, tokens.length) }
}

/**
 * Does a sentence end before this token? There is white space behind the sign that ends it and the quotation marks and brackets
 * behind that; no figure and no small letter follows; and before a full stop there is no letter or abbreviation of two letters. A
 * semicolon ends a sentence only in Greek. A border that is missed makes a longer place; one too many makes a sentence of two.
 */
function isBorder({ text, tokens }: Reading, at: number): boolean {
  const next = tokens[at]
  let last = at - 1
  if (!next || tokens[last]?.object?.kind === 'end' || next.object?.kind === 'end') return true
  if (tokens[last]?.object?.kind === 'break') return true
  while (/^ ?[”»’"')\]]$/u.test(tokens[last]?.key ?? '') && tokens[last - 1]?.to === tokens[last]?.from) last -= 1
  const sign = tokens[last]
  if (!sign || !endsSentence(sign)) return false
  if (/^ ?[。！？]$/u.test(sign.key)) return true
  if (next.from === tokens[at - 1]?.to || /^[\p{N}\p{Ll}]/u.test(text.slice(next.from))) return false
  if (/^ ?[;·]$/u.test(sign.key)) return /\p{Script=Greek}/u.test(text)
  const word = tokens[last - 1]
  return !(/^ ?\.$/u.test(sign.key) && word?.isWord && word.to - word.from <= 2 && word.to === sign.from)
}

function changesBlocks(texts: Texts, region: Region): boolean {
  const isEnd = (token: Token): boolean => token.object?.kind === 'end'
  return SIDES.some((side) =>
    region[side].some(
      ({ beforeFrom, beforeTo, afterFrom, afterTo }) =>
        texts.base.tokens.slice(beforeFrom, beforeTo).some(isEnd) ||
        texts[side].tokens.slice(afterFrom, afterTo).some(isEnd),
    ),
  )
}

function isDisputed(texts: Texts, region: Region, place: Place): boolean {
  if (winnerOf(texts, region, place) !== null) return false
  return region.isName === true || (editorOf(region) === null && !isBothWhole(texts, place))
}

/** The range of a region in each text; `at` is the end of the region before. */
function placeOf(region: Region, at: OnAll<number>): Place {
  return onAll((version) => {
    const from = at[version] + region.from - at.base
    const last = version === 'base' ? undefined : region[version].at(-1)
    return { from, to: last ? last.afterTo + region.to - last.beforeTo : from + region.to - region.from }
  })
}

/** Tokens that all three have, in a changed spelling and with merged formats. */
function keptStretch(texts: Texts, at: OnAll<number>, length: number, behind: Behind): WordPiece[] {
  if (length === 0) return []
  const out = behind ? spaceBehind(texts, at, behind) : spaceAt(texts, at)
  const whole = onAll((version) => ({
    from: tokenAt(texts[version], at[version]).from,
    to: tokenAt(texts[version], at[version] + length - 1).to,
  }))
  if (isSpelledAlike(texts, whole)) return [...out, ...mergeFormats(piecesAt(texts, whole))]
  for (let step = 0; step < length; step++) {
    const here = onAll((version) => at[version] + step)
    if (step > 0) out.push(...spaceAt(texts, here))
    const word = onAll((version) => tokenAt(texts[version], here[version]))
    const pieces = piecesAt(texts, word)
    out.push(...(isSpelledAlike(texts, word) ? mergeFormats(pieces) : respelled(pieces)))
  }
  return out
}

/** The white space before a token that all three have: that of the side that changed it. */
function spaceAt(texts: Texts, at: OnAll<number>): WordPiece[] {
  const space = onAll((version) => spaceBefore(texts[version], at[version]))
  if (isSpelledAlike(texts, space)) return mergeFormats(piecesAt(texts, space))
  const side = textAt(texts, space, 'ours') === textAt(texts, space, 'base') ? 'theirs' : 'ours'
  return [clean(cut(texts[side], space[side]))]
}

/** The space after a changed place, so that two words from two texts never run together. */
function spaceBehind(texts: Texts, at: OnAll<number>, behind: Side | 'both'): WordPiece[] {
  for (const side of behind === 'both' ? ([...SIDES, 'base'] as const) : [behind]) {
    const space = spaceBefore(texts[side], at[side])
    if (has(space) && at[side] > 0) return [clean(cut(texts[side], space))]
  }
  return []
}

function piecesAt(texts: Texts, place: Place): OnAll<Piece[]> {
  return onAll((version) => cut(texts[version], place[version]))
}

function textAt(texts: Texts, place: Place, version: keyof Texts): string {
  return texts[version].text.slice(place[version].from, place[version].to)
}

function isSpelledAlike(texts: Texts, place: Place): boolean {
  const text = textAt(texts, place, 'base')
  return text === textAt(texts, place, 'ours') && text === textAt(texts, place, 'theirs')
}

/** A word in the spelling of the side that changed it, with the formats of both. */
function respelled(pieces: OnAll<Piece[]>): WordPiece[] {
  const text = onAll((version) => spelled(pieces[version]))
  // If both did, the choice does not depend on which side is called ours.
  const isOurs = text.theirs === text.base || (text.ours !== text.base && text.ours > text.theirs)
  const side = isOurs ? 'ours' : 'theirs'
  if (isFormattedTheSame(pieces[otherThan(side)], pieces.base)) return [clean(pieces[side])]
  const isOneFormat = VERSIONS.every((version) => pieces[version].length === 1)
  const isOneLength = VERSIONS.every((version) => text[version].length === text.base.length)
  if (!isOneFormat && !isOneLength) return [{ type: 'conflict', ...pieces }]
  const word = text[side]
  const spelledAlike = onAll((version) => {
    const ends = endsOf(pieces[version])
    const spell = (at: number): string => (isOneFormat ? word : word.slice(ends[at - 1] ?? 0, ends[at]))
    return pieces[version].map((piece, at) => ({ ...piece, text: spell(at) }))
  })
  return mergeFormats(spelledAlike)
}

/** Adds the merged words of a region, and returns whose text it is. */
function mergeRegion(texts: Texts, region: Region, place: Place, merge: WordMerge): Behind {
  if (region.isWhole) {
    merge.pieces.push({ type: 'conflict', ...onAll((version) => stretch(texts[version], place[version])) })
    return 'both'
  }
  const winner = winnerOf(texts, region, place)
  if (winner) {
    const other = otherThan(winner)
    const isAlike = region.theirs.length > 0 && isSaidAlike(texts, place)
    if (region.theirs.length > 0 && !isAlike) merge.tookTheirs = true
    const pieces = stretch(texts[winner], place[winner])
    if (region[other].length === 0) put(merge, withFormatsOf({ pieces, texts, place, side: other }))
    else if (isAlike) put(merge, ...mergeFormatsOfInsertions(texts, place, winner))
    else put(merge, clean(pieces))
    return winner
  }
  const editor = editorOf(region)
  if (editor) putBothDone(texts, region, editor, merge)
  else if (isBothWhole(texts, place)) putBothInserted(texts, place, merge)
  else putConflict(texts, place, merge)
  return 'both'
}

/** The side whose change includes that of the other side; null if neither does. */
function winnerOf(texts: Texts, region: Region, place: Place): Side | null {
  if (region.theirs.length === 0) return 'ours'
  if (region.ours.length === 0) return 'theirs'
  if (isSaidAlike(texts, place)) {
    // They differ in spaces only: one space too many reads better than one too few.
    const length = onBoth((side) => spelled(stretch(texts[side], place[side])).length)
    return length.theirs > length.ours ? 'theirs' : 'ours'
  }
  return SIDES.find((side) => containsOther(texts, region, side)) ?? null
}

/** The tokens of a range, each with the white space before it. */
function stretch(text: Reading, { from, to }: Range): Piece[] {
  return from === to ? [] : cut(text, { from: spaceBefore(text, from).from, to: tokenAt(text, to - 1).to })
}

/** Whether both have the same words there, apart from white space. */
function isSaidAlike(texts: Texts, place: Place): boolean {
  const said = onBoth((side) => keysIn(texts[side], place[side]).map((key) => key.replace(/^ /u, '')))
  return JSON.stringify(said.ours) === JSON.stringify(said.theirs)
}

function keysIn({ tokens }: Reading, { from, to }: Range): string[] {
  return tokens.slice(from, to).map(({ key }) => key)
}

/**
 * Whether the change of one side includes that of the other: it deleted at least the same words, and inserted at least the same words
 * in one stretch, with all their marks and links, and no additional number. A deletion does not include a replacement.
 */
function containsOther(texts: Texts, region: Region, side: Side): boolean {
  const other = otherThan(side)
  const gone = deletedBy(region[side])
  for (const token of deletedBy(region[other])) if (!gone.has(token)) return false
  const [put, its] = [insertedBy(region[side]), insertedBy(region[other])]
  if (its.length === 0) return put.length === 0
  const keyAt = (one: Side, at: number): string => texts[one].tokens[at]?.key ?? ''
  const piecesOf = (one: Side, at: number): Piece[] => cut(texts[one], tokenAt(texts[one], at))
  const isThere = (token: number, at: number | undefined): boolean =>
    at !== undefined &&
    keyAt(other, token) === keyAt(side, at) &&
    hasFormatsOf({ one: piecesOf(other, token), other: piecesOf(side, at) })
  const start = put.findIndex((_, at) => its.every((token, step) => isThere(token, put[at + step])))
  const more = [...put.slice(0, start), ...put.slice(start + its.length)]
  return start >= 0 && !more.some((at) => /\p{N}/u.test(keyAt(side, at)))
}

function deletedBy(hunks: Hunk[]): Set<number> {
  return new Set(hunks.flatMap(({ beforeFrom, beforeTo }) => indexesIn({ from: beforeFrom, to: beforeTo })))
}

function insertedBy(hunks: Hunk[]): number[] {
  return hunks.flatMap(({ afterFrom, afterTo }) => indexesIn({ from: afterFrom, to: afterTo }))
}

function indexesIn({ from, to }: Range): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step)
}

/**
 * The other side, if one side only deleted and the other one did not edit what was deleted: both changes fit together. Null if both
 * inserted something.
 */
function editorOf(region: Region): Side | null {
  const touches = (edit: Hunk, deletion: Hunk): boolean => {
    if (edit.afterFrom === edit.afterTo) return false
    // A single word beside a rewritten or an added one can reverse the meaning: “not”.
    const isEdit = edit.beforeFrom < edit.beforeTo || edit.afterTo - edit.afterFrom === 1
    const isBeside = isEdit && deletion.beforeTo - deletion.beforeFrom === 1
    const reach = isBeside ? 1 : 0
    return deletion.beforeFrom < edit.beforeTo + reach && edit.beforeFrom < deletion.beforeTo + reach
  }
  const fits = (editor: Side): boolean =>
    region[otherThan(editor)].every(
      (deletion) => deletion.afterFrom === deletion.afterTo && !region[editor].some((edit) => touches(edit, deletion)),
    )
  return SIDES.find(fits) ?? null
}

/** The words of the base that both kept, with the insertions of `editor`. */
function putBothDone(texts: Texts, region: Region, editor: Side, merge: WordMerge): void {
  merge.bothDeleted = true
  merge.tookTheirs = true
  const gone = deletedBy([...region.ours, ...region.theirs])
  for (let token = region.from; token <= region.to; token++) {
    for (const { beforeFrom, afterFrom, afterTo } of region[editor]) {
      if (beforeFrom === token) put(merge, clean(stretch(texts[editor], { from: afterFrom, to: afterTo })))
    }
    const isLeft = token < region.to && !gone.has(token)
    if (isLeft) put(merge, clean(stretch(texts.base, { from: token, to: token + 1 })))
  }
}

function putBothInserted(texts: Texts, place: Place, merge: WordMerge): void {
  merge.bothInserted = true
  merge.tookTheirs = true
  put(merge, clean(stretch(texts.ours, place.ours)))
  const [last, first] = [texts.ours.tokens[place.ours.to - 1], texts.theirs.tokens[place.theirs.from]]
  const isApart = has(spaceBefore(texts.theirs, place.theirs.from)) || isBreak(last) || isBreak(first)
  if (!isApart) merge.pieces.push(SPACE)
  put(merge, clean(stretch(texts.theirs, place.theirs)))
}

/**
 * Whether both inserted whole sentences between two sentences, none of them equal; or whole lines, each with the break before it, none
 * of them similar.
 */
function isBothWhole(texts: Texts, place: Place): boolean {
  if (has(place.base)) return false
  const at = place.base.from
  const [before, behind] = [texts.base.tokens[at - 1], texts.base.tokens[at]]
  const isEnd = (token: Token | undefined): boolean => token !== undefined && endsSentence(token)
  const isSentences = (!before || isEnd(before)) && SIDES.every((side) => isEnd(texts[side].tokens[place[side].to - 1]))
  if (isSentences && isNoneAlike(texts, place, isEnd, 1)) return true
  const isLines = (!behind || isBreak(behind)) && SIDES.every((side) => isBreak(texts[side].tokens[place[side].from]))
  return isLines && isNoneAlike(texts, place, isBreak, ALIKE_INSERTED)
}

/** Whether no sentence or line of one side is at least this similar to one of the other. */
function isNoneAlike(texts: Texts, place: Place, isEnd: typeof endsSentence, least: number): boolean {
  const { ours, theirs } = onBoth((side) => partsOf(texts[side], place[side], isEnd))
  return !ours.some((one) => theirs.some((other) => dice(one, other) >= least))
}

/** The words of each sentence or line of a range, sorted; those without words are left out. */
function partsOf({ tokens, numbers }: Reading, { from, to }: Range, isEnd: typeof endsSentence): Int32Array[] {
  const parts: number[][] = [[]]
  for (const [step, token] of tokens.slice(from, to).entries()) {
    if (token.isWord) parts.at(-1)?.push(numbers[from + step] ?? 0)
    if (isEnd(token)) parts.push([])
  }
  return parts.filter((words) => words.length > 0).map((words) => new Int32Array(words).sort())
}

function isBreak(token: Token | undefined): boolean {
  return token?.object?.kind === 'break'
}

/** Adds a conflict. The equal words at its beginning and end are not part of it. */
function putConflict(texts: Texts, place: Place, merge: WordMerge): void {
  const { head, tail } = commonEnds(keysIn(texts.ours, place.ours), keysIn(texts.theirs, place.theirs))
  const base = { from: place.base.from, to: place.base.from }
  const first = { base, ...onBoth((side) => ({ from: place[side].from, to: place[side].from + head })) }
  const last = { base, ...onBoth((side) => ({ from: place[side].to - tail, to: place[side].to })) }
  put(merge, ...mergeFormatsOfInsertions(texts, first, 'ours'))
  const middle = onBoth((side) => stretch(texts[side], { from: first[side].to, to: last[side].from }))
  merge.pieces.push({ type: 'conflict', base: stretch(texts.base, place.base), ...middle })
  merge.pieces.push(...mergeFormatsOfInsertions(texts, last, 'ours'))
}
