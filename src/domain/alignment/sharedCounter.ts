import { valueIn } from '../grouped'

/** The multisets that have a word, and how often each has it. */
type Having = { indexes: number[]; times: number[] }

/**
 * Counts how much a multiset shares with each of many others (`sharedCount`), at their indexes. All are sorted. By an inverted index, so
 * that the work grows with what they share and not with what they have.
 */
export function sharedCounter(others: readonly Int32Array[]): (one: Int32Array) => Int32Array {
  const having = new Map<number, Having>()
  for (const [index, bag] of others.entries())
    for (const { word, count } of counted(bag)) {
      const { indexes, times } = valueIn(having, word, () => ({ indexes: [], times: [] }))
      indexes.push(index)
      times.push(count)
    }
  return (one) => {
    const shared = new Int32Array(others.length)
    for (const { word, count } of counted(one)) {
      const { indexes, times } = having.get(word) ?? { indexes: [], times: [] }
      // Arrays side by side: this runs for each word of each section of a document.
      for (let at = 0; at < indexes.length; at++) {
        const index = indexes[at] ?? 0
        shared[index] = (shared[index] ?? 0) + Math.min(count, times[at] ?? 0)
      }
    }
    return shared
  }
}

/** Each word of a sorted multiset once, and how often it is there. */
function counted(bag: Int32Array): { word: number; count: number }[] {
  const words: { word: number; count: number }[] = []
  for (const word of bag) {
    const last = words.at(-1)
    if (last?.word === word) last.count++
    else words.push({ word, count: 1 })
  }
  return words
}
