import { sayConflict } from '@/messages/sayConflict'
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
    case 'words':
    case 'deleted':
    case 'inserted':
    case 'place':
      return sayConflict({ kind, about }, t)
    default:
      return t('editor.import.decide.whole')
  }
}
