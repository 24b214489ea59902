import type { BlockChange } from '@/domain/diff/change'
import type { Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'

/** How a difference is written down: what all parts of the view are told. */
export type Manner = {
  t: Translator
  /** The language of our own words, set only where the text compared is in another one. */
  wordsLang?: Language
  /** Added to the level of headings in the text. */
  headingOffset: number
  /** Leave out what stayed the same. */
  only?: 'changes'
  /** Where the file of a picture is found. */
  pictureUrl?: (media: string) => string | undefined
  /** The id of the element that shows a difference, for links to it. */
  idOf?: (block: BlockChange) => string | undefined
}

/** Whether anything in this block is not as it was. */
export function isTouched(block: BlockChange): boolean {
  return block.status !== 'same' || block.moved === true || block.departed !== undefined
}
