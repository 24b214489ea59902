import { sharedCount } from '../alignment/dice'
import { pairBags, wordsOf } from '../alignment/words'
import type { RichText } from '../richText/richText'
import { textOf } from '../richText/walk'

/** A text has a line if it has at least this much of the pairs of neighbouring words of the line. */
const HAS = 0.5

/** Returns what says whether a text has a line, by the pairs of neighbouring words. It reads each array of lines once. */
export function lineFinder(): (line: string, text: readonly string[]) => boolean {
  const bagOf = pairBags()
  const bags = new Map<readonly string[], Int32Array>()
  return (line, text) => {
    const bag = bags.get(text) ?? bagOf(text)
    bags.set(text, bag)
    const pairs = bagOf([line])
    return sharedCount(pairs, bag) >= pairs.length * HAS
  }
}

/** Returns the lines of a text that have words: a paragraph, an item, a cell, a detail of a block. */
export function linesOf(text: RichText | undefined): string[] {
  return textOf(text ?? [])
    .split('\n')
    .filter(hasWords)
}

/** Has a line any word? */
export function hasWords(line: string): boolean {
  return wordsOf(line).length > 0
}
