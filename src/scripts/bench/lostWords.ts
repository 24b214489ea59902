import { numbering } from '@/domain/pairing/tree'
import { text } from '@/domain/richText/richText'
import { textOf } from '@/domain/richText/walk'
import { readRuns } from '@/domain/words/tokens'
import type { WrittenText } from '@/import/markdown/readAsWritten'

/**
 * Returns the words that a side added and that the merged text lacks, if every conflict was decided for that side. The
 * other side can only have deleted words of the base. So if this side has a word twice more often than the base, the
 * merged text must have it twice at least. Lines that all four texts have equally often do not count: otherwise a word
 * that was lost in one paragraph would be found in another.
 *
 * This counts words and does not align them, so that it never reports a word that is there. It misses a lost word if this
 * side also deleted that word elsewhere, or if another changed line has it.
 */
export function lostWords(given: Record<'base' | 'own' | 'other' | 'merged', WrittenText>): string[] {
  const lines = Object.values(given).map(linesOf)
  const times = lines.map(countsOf)
  const isInAll = (line: string): boolean => new Set(times.map((count) => count.get(line))).size === 1
  const countsIn = (written: WrittenText) => countsOf(wordsOf(linesOf(written).filter((line) => !isInAll(line))))
  const [base, own, merged] = [countsIn(given.base), countsIn(given.own), countsIn(given.merged)]
  return [...own].flatMap(([word, count]) => (count - (base.get(word) ?? 0) > (merged.get(word) ?? 0) ? [word] : []))
}

function linesOf({ frontMatter, blocks }: WrittenText): string[] {
  return `${textOf(frontMatter)}\n${textOf(blocks)}`.split('\n')
}

function wordsOf(lines: string[]): string[] {
  const { tokens } = readRuns([text(lines.join('\n'))], numbering())
  return tokens.filter(({ isWord }) => isWord).map(({ key }) => key)
}

function countsOf(values: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
