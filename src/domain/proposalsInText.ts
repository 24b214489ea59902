import { sharedCount, without } from './alignment/dice'
import { pairBags } from './alignment/words'
import { type CommonTexts, isSameInCommon } from './proposals'
import { textOf } from './richText/walk'
import { inEach, TEXT_FIELDS } from './section'

/** From here on, a text still has what was taken over: half of its pairs of neighbouring words. */
const MOST_OF_IT = 0.5

/** The texts of a section at two times; null where the common framework did not have it. */
export type TextsOverTime = { before: CommonTexts | null; now: CommonTexts | null }

/**
 * Does the common framework still have what it took over from a proposal? A line that came with it is there while a section
 * that changed has at least half of its pairs of neighbouring words, also another section, to which it was moved: single
 * words can come from anywhere. Of all lines, at least half must be there, by their pairs. If the proposal only dropped
 * words, at least half of the pairs must still be gone.
 */
export function isInText({
  before,
  taken,
  now,
  others = [],
}: TextsOverTime & {
  /** The section as it was with the proposal; `before` is the text before that. */
  taken: CommonTexts
  /** Other sections that changed since. */
  others?: readonly TextsOverTime[] | undefined
}): boolean {
  const bagOf = pairBags()
  const [was, had] = [bagOf(linesOf(before)), bagOf(linesOf(taken))]
  const dropped = without(was, had)
  const added = addedLines({ before, taken, bagOf })
  const all = sizeOf(added)
  if (all > 0) {
    const gains = [{ before, now }, ...others].map((one) =>
      without(bagOf(linesOf(one.now)), bagOf(linesOf(one.before))),
    )
    const isThere = (line: Int32Array) => gains.some((gained) => isMost(sharedCount(line, gained), line.length))
    return isMost(sizeOf(added.filter(isThere)), all)
  }
  if (now === null) return false
  if (dropped.length > 0) return isMost(sharedCount(dropped, without(was, bagOf(linesOf(now)))), dropped.length)
  // Only the order or the looks changed.
  return before === null || !isSameInCommon(before, now)
}

/**
 * Does the common framework have at least half of the words that a country offered, whatever the coordinator wrote besides? It
 * is measured as in `isInText`. Not where the country only dropped words: other words can stand in their place.
 */
export function hasOffered({
  before,
  wordForWord,
  now,
  others,
}: Omit<Parameters<typeof isInText>[0], 'taken'> & {
  /** The section as it would have been with the proposal unchanged. */
  wordForWord: CommonTexts
}): boolean {
  const offersWords = sizeOf(addedLines({ before, taken: wordForWord, bagOf: pairBags() })) > 0
  return offersWords && isInText({ before, taken: wordForWord, now, others })
}

/** The pairs of each line that the text before did not have. */
function addedLines({
  before,
  taken,
  bagOf,
}: {
  before: CommonTexts | null
  taken: CommonTexts
  bagOf: ReturnType<typeof pairBags>
}): Int32Array[] {
  const was = bagOf(linesOf(before))
  return linesOf(taken).map((line) => without(bagOf([line]), was))
}

function isMost(part: number, all: number): boolean {
  return part >= all * MOST_OF_IT
}

function sizeOf(bags: readonly Int32Array[]): number {
  return bags.reduce((size, { length }) => size + length, 0)
}

function linesOf(texts: CommonTexts | null): string[] {
  if (!texts) return []
  return inEach(TEXT_FIELDS)
    .map(({ field, language }) => texts[field][language] ?? '')
    .flatMap((words) => (typeof words === 'string' ? words : textOf(words)).split('\n'))
}
