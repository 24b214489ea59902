import { WITHOUT_SPACES } from '@/domain/words/tokens'
import { isWord, readable, type SyntheticText } from './syntheticText'

/** A text as engines without blocks read it: words, other characters and ends of paragraphs in one sequence. */
export type FlatTokens = {
  tokens: string[]
  /** The identity of each word, -1 for what is not a word. */
  identities: number[]
}

const END_OF_BLOCK = '\n'

export function flatTokens(blocks: SyntheticText): FlatTokens {
  const tokens: string[] = []
  const identities: number[] = []
  for (const one of blocks) {
    one.tokens.forEach((token, index) => {
      tokens.push(token)
      identities.push(isWord(token) ? (one.identities[index] ?? -1) : -1)
    })
    tokens.push(END_OF_BLOCK)
    identities.push(-1)
  }
  return { tokens, identities }
}

/** One line for each block: for engines that split texts themselves. */
export function linesOf(blocks: SyntheticText): string {
  return blocks.map((one) => `${readable(one)}\n`).join('')
}

/** A character of a script without spaces between words is a word. */
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{M}\\p{N}])`
const TOKEN = new RegExp(`${LETTER}+(?:['’-]${LETTER}+)*|\\S|\\n`, 'gu')

/** The tokens of such lines: words, other characters and ends of lines, as in `flatTokens`. */
export function cutTokens(lines: string): string[] {
  return lines.match(TOKEN) ?? []
}

/** A number for each different token, the same on both sides. */
export function numbersOf({ before, after }: { before: string[]; after: string[] }): {
  before: Int32Array
  after: Int32Array
} {
  const known = new Map<string, number>()
  const number = (token: string): number => {
    const found = known.get(token)
    if (found !== undefined) return found
    known.set(token, known.size)
    return known.size - 1
  }
  return { before: Int32Array.from(before, number), after: Int32Array.from(after, number) }
}

/**
 * A string of one character for each token, so that engines for characters compare words. Surrogates are skipped,
 * because half a pair is not a character: 63,486 different tokens can be distinguished, and more are refused.
 */
export function charactersOf(two: { before: string[]; after: string[] }): { before: string; after: string } {
  const numbers = numbersOf(two)
  return { before: spell(numbers.before), after: spell(numbers.after) }
}

const FIRST_SURROGATE = 0xd800
const SURROGATES = 0x800
const LAST = 0xffff

function spell(numbers: Int32Array): string {
  return Array.from(numbers, (number) => {
    const code = number + 1 < FIRST_SURROGATE ? number + 1 : number + 1 + SURROGATES
    if (code > LAST) throw new Error('There are more different tokens than characters.')
    return String.fromCharCode(code)
  }).join('')
}
