import type { Block } from './richText'
import { textOf } from './walk'

/** From so many characters people recognise a block in a list. */
const ENOUGH = 80

/**
 * Returns a text in one line, without what is over so many characters. It ends between two words, so that it can be compared
 * word by word.
 */
export function firstWords(text: string, most: number = ENOUGH): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const end = line.lastIndexOf(' ', most)
  // Without the first half of a character that is written as two.
  return line.slice(0, end > 0 ? end : most).replace(/[\uD800-\uDBFF]$/, '')
}

/** Returns the first words of a block, by which it is found again: of its title or description first; empty if it has none. */
export function firstWordsOf(block: Block): string {
  return firstWords(wordsOf(block))
}

/** Returns the first words of a block as people read them, with “…” if it has more. */
export function openingOf(block: Block): string {
  const [all, first] = [firstWords(wordsOf(block), Number.POSITIVE_INFINITY), firstWordsOf(block)]
  return first === all ? first : `${first} …`
}

function wordsOf(block: Block): string {
  const { title, alt } = block.attrs
  const named = [title, alt].find((one) => typeof one === 'string' && one !== '')
  return [named, textOf([block])].filter(Boolean).join(' – ')
}
