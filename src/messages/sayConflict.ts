import type { ConflictKind } from '@/domain/merge/merge'
import type { Translator } from './translate'

/** What two sides both changed, as a short sentence. `about` names the value that they changed. */
export function sayConflict({ kind, about = '' }: { kind: ConflictKind; about?: string }, t: Translator): string {
  if (kind !== 'value') return t(`files.conflict.${kind}`)
  switch (about) {
    case 'kind':
    case 'link':
    case 'columns':
    case 'details':
      return t(`files.conflict.${about}`)
    default:
      return t('files.conflict.value', { about })
  }
}
