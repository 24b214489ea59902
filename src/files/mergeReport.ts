import type { Translator } from '@/messages/translate'
import type { TextMerge } from './mergeTexts'

/** The result of a merge, in one line: merged changes, places to check, conflicts. */
export function mergeSummary({ merge, takenOver, t }: { merge: TextMerge; takenOver: number; t: Translator }): string {
  const said = [
    t('files.merged', { count: takenOver }),
    t('files.to-check', { count: merge.checks.length }),
    t('files.to-decide', { count: merge.conflicts.length }),
  ]
  return said.join(' · ')
}
