import type { Translator } from '@/messages/translate'

/** Why somebody must decide, as a sentence. */
export function sayDecision({ kind, about }: { kind: string; about: string }, t: Translator): string {
  switch (kind) {
    case 'whole':
    case 'gone':
    case 'left-out':
    case 'policy':
    case 'guidance':
    case 'position':
      return t(`editor.import.decide.${kind}`)
    case 'value':
      return about === 'kind' || about === 'link' || about === 'columns'
        ? t(`files.conflict.${about}`)
        : t('files.conflict.value', { about })
    case 'words':
    case 'deleted':
    case 'inserted':
    case 'place':
      return t(`files.conflict.${kind}`)
    default:
      return t('editor.import.decide.whole')
  }
}
