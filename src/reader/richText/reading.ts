import type { Language } from '@/domain/language'
import type { ReleasePicture } from '@/domain/release'
import type { Translator } from '@/messages/translate'
import type { Numbering } from './numbering'

/**
 * What is known of a picture besides its place in the text: how large it is, so that the page keeps its place while it loads,
 * and what it shows, where the text does not say so.
 */
export type Picture = Pick<ReleasePicture, 'size' | 'alt'>

/** Everything that a block needs to know about the page it stands on. */
export type Reading = {
  /** The language of the text; the words that stand between its parts are in it too. */
  language: Language
  say: Translator
  numbering: Numbering
  idPrefix: string
  /** Where pictures are served: `/files`. */
  files: string
  pictures: Record<string, Picture>
  /** The boxes that are ticked; null where the checklists are shown and not used. */
  ticked: ReadonlySet<number> | null
}
