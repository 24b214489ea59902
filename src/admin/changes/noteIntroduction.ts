import type { ReleasedNote } from '@/domain/changeGroups'
import type { Translator } from '@/messages/translate'

/** What stands before a note of the coordinator: its release if there are several notes, or if that was withdrawn. */
export function noteIntroduction({
  note: { isWithdrawn, version },
  isOnly,
  t,
}: {
  note: Pick<ReleasedNote, 'isWithdrawn' | 'version'>
  /** Is it clear without its number which release is meant? */
  isOnly: boolean
  t: Translator
}): string {
  if (isWithdrawn) return t('admin.changes.note-withdrawn', { version })
  return isOnly ? t('admin.changes.note') : t('admin.changes.note-in', { version })
}
