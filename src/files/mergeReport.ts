import type { Conflict } from '@/domain/merge/merge'
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

/** Why somebody must decide, as a short sentence. */
export function sayConflict({ kind, about = '' }: Conflict, t: Translator): string {
  if (kind !== 'value') return t(`files.conflict.${kind}`)
  if (about === 'kind' || about === 'link' || about === 'columns') return t(`files.conflict.${about}`)
  return t('files.conflict.value', { about })
}
