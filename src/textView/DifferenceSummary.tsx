import type { ChangeCounts } from '@/domain/diff/diff'
import type { Translator } from '@/messages/translate'

/** The extent of a difference, in one sentence: “5 differences; 12 words added, 3 removed”. */
export function DifferenceSummary({ counts, t }: { counts: ChangeCounts; t: Translator }) {
  return <>{saySummary({ counts, t })}</>
}

/** The extent of a difference, without its parts. */
export type CountsInShort = Pick<ChangeCounts, 'changes' | 'wordsAdded' | 'wordsRemoved'>

/** The sentence alone, for titles, e-mails and notifications. */
export function saySummary({ counts, t }: { counts: CountsInShort; t: Translator }): string {
  const { changes, wordsAdded: added, wordsRemoved: removed } = counts
  if (changes === 0) return t('diff.summary.none')
  if (added + removed === 0) return t('diff.summary.changes', { changes })
  return t('diff.summary.words', { changes, added, removed })
}
