import type { ByLanguage, Language } from '@/domain/language'
import type { Translator } from '@/messages/translate'
import type { Numbering } from './numbering'

/** What is known of a picture besides its place in the text. */
export type Picture = {
  /** How large it is, so that the page keeps its place while it loads. */
  size?: { width: number; height: number }
  /** What it shows, for those who do not see it. */
  alt: ByLanguage<string>
}

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
