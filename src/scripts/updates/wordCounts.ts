import { diff as editScript } from 'fast-myers-diff'
import type { FieldText } from '@/domain/richText/sameText'
import { textOf } from '@/domain/richText/walk'

/** How often each word occurs. */
export type WordCounts = ReadonlyMap<string, number>

/** A word, or one character of a script without spaces. Not the words of the product's own difference, on purpose. */
const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

export function plain(field: FieldText): string {
  return (Array.isArray(field) ? textOf(field) : (field ?? '')).normalize('NFC')
}

export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(WORD) ?? []
}

export function countsOf(words: readonly string[]): WordCounts {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

export function countOf(counts: WordCounts, word: string): number {
  return counts.get(word) ?? 0
}

/** The words that were removed and those that were added between two texts; a word that moved is both. */
export function changedBetween(
  before: readonly string[],
  after: readonly string[],
): { removed: string[]; added: string[] } {
  const removed: string[] = []
  const added: string[] = []
  for (const [fromBefore, toBefore, fromAfter, toAfter] of editScript(before, after)) {
    removed.push(...before.slice(fromBefore, toBefore))
    added.push(...after.slice(fromAfter, toAfter))
  }
  return { removed, added }
}
