import type { Extent } from '@/domain/comparedSections'
import type { Translator } from '@/messages/translate'

/** The extent of a difference, in one sentence: “5 differences; 12 words added, 3 removed”. */
export function DifferenceSummary({ counts, t }: { counts: Extent; t: Translator }) {
  return <>{saySummary({ counts, t })}</>
}

/** The sentence alone, for titles, e-mails and notifications. */
export function saySummary({ counts, t }: { counts: Extent; t: Translator }): string {
  const { changes, wordsAdded: added, wordsRemoved: removed } = counts
  if (changes === 0) return t('diff.summary.none')
  if (added + removed === 0) return t('diff.summary.changes', { changes })
  return t('diff.summary.words', { changes, added, removed })
}
