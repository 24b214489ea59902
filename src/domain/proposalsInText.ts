import { sharedCount, without } from './alignment/dice'
import { numbers } from './alignment/numbers'
import { wordsOf } from './alignment/words'
import { type CommonTexts, isSameInCommon } from './proposals'
import { textOf } from './richText/walk'
import { inEach, TEXT_FIELDS } from './section'

/** From here on, a text still has what was taken over: half of its pairs of neighbouring words. */
const MOST_OF_IT = 0.5

/** The texts of a section at two times; null where the common framework did not have it. */
export type TextsOverTime = { before: CommonTexts | null; now: CommonTexts | null }

/**
 * Does the common framework still have what it took over from a proposal? It does while a section that changed has at least
 * half of the pairs of neighbouring words that came with it, also another section, to which the text was moved: single
 * words can come from anywhere. If the proposal only dropped words, at least half of the pairs must still be gone.
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
  others?: readonly TextsOverTime[]
}): boolean {
  const numberOf = numbers()
  const bagOf = (texts: CommonTexts | null) => Int32Array.from(wordPairsIn(texts), numberOf).sort()
  const [was, had] = [bagOf(before), bagOf(taken)]
  const [added, dropped] = [without(had, was), without(was, had)]
  const isMost = (shared: number, all: Int32Array) => shared >= all.length * MOST_OF_IT
  const gained = (one: TextsOverTime) => without(bagOf(one.now), bagOf(one.before))
  if (added.length > 0)
    return [{ before, now }, ...others].some((one) => isMost(sharedCount(added, gained(one)), added))
  if (now === null) return false
  if (dropped.length > 0) return isMost(sharedCount(dropped, without(was, bagOf(now))), dropped)
  // Only the order or the looks changed.
  return before === null || !isSameInCommon(before, now)
}

/** Each word of a line with the one before it; the beginning and the end of a line count as words. */
function wordPairsIn(texts: CommonTexts | null): string[] {
  if (!texts) return []
  return inEach(TEXT_FIELDS)
    .map(({ field, language }) => texts[field][language] ?? '')
    .flatMap((words) => (typeof words === 'string' ? words : textOf(words)).split('\n'))
    .flatMap((line) => {
      const words = wordsOf(line)
      return words.length === 0 ? [] : [...words, ''].map((word, at) => `${words[at - 1] ?? ''} ${word}`)
    })
}
