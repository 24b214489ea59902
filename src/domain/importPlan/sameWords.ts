import { isSameField } from '../richText/sameText'
import type { FileText } from './fileText'
import { linesOf } from './linesOf'

/** Do two texts have the same words in the same lines, so that only formats, links, notes or pictures can differ? */
export function hasSameWords(one: FileText, other: FileText): boolean {
  return (
    isSameField(one.title, other.title) &&
    isSameField(one.summary, other.summary) &&
    isSameField(wordsIn(one.body), wordsIn(other.body)) &&
    isSameField(wordsIn(one.addition), wordsIn(other.addition))
  )
}

function wordsIn(text: FileText['body']): string {
  return linesOf(text).join('\n')
}
