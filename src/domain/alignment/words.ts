import type { Language } from '../language'
import { withoutFormatSigns } from './formatSigns'
import { numbers } from './numbers'

/**
 * The words by which a text is recognised: runs of letters, figures and combining marks, in lower case and NFC. Punctuation, spaces,
 * case and soft hyphens make no other word. (What a difference marks is finer: see `words/tokens.ts`.)
 */
export function wordsOf(text: string): string[] {
  return writtenWords(text.toLowerCase())
}

function writtenWords(text: string): string[] {
  return (
    withoutFormatSigns(text)
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/**
 * Returns the words by which a sentence names a person, a place or a number: those with a figure, and those with a capital letter, apart
 * from its first one. In German all nouns have a capital letter, so only figures count there.
 */
export function namesIn(sentence: string, language: Language): string[] {
  const words = writtenWords(sentence)
  const hasCapital = (word: string, at: number) => language !== 'de' && at > 0 && /^\p{Lu}/u.test(word)
  return words.filter((word, at) => /\p{N}/u.test(word) || hasCapital(word, at))
}

/** Reads texts as multisets of words that can be compared with each other (`dice`): sorted numbers. Each text is read once. */
export function wordBags(): (text: string) => Int32Array {
  const numberOf = numbers()
  const bags = new Map<string, Int32Array>()
  return (text) => {
    const bag = bags.get(text) ?? Int32Array.from(wordsOf(text), numberOf).sort()
    bags.set(text, bag)
    return bag
  }
}

/** Reads lines as multisets of pairs of neighbouring words: single words can come from anywhere. */
export function pairBags(): (lines: readonly string[]) => Int32Array {
  const numberOf = numbers()
  return (lines) =>
    Int32Array.from(
      lines.flatMap((line) => wordPairsOf(wordsOf(line))),
      numberOf,
    ).sort()
}

/** Returns each word of a line with the one before it; the beginning and the end of a line count as words. */
export function wordPairsOf(words: readonly string[]): string[] {
  return words.length === 0 ? [] : [...words, ''].map((word, at) => `${words[at - 1] ?? ''} ${word}`)
}
