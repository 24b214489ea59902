import type { BlockChange, MoveSource, Place } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { ReleasePicture } from '@/domain/release'
import type { Footnote } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { type Numbering, numberingOf } from './numbering'
import type { ShownBlock } from './shownBlock'

/**
 * What is known of a picture besides its place in the text: how large it is, so that the page keeps its place while it loads,
 * and what it shows, where the text does not say so.
 */
export type Picture = Pick<ReleasePicture, 'size' | 'alt'>

/** What words need to know about the page that they stand on. */
export type WordOptions = {
  /** Our own words. */
  t: Translator
  /** The language of our own words, set only where that of the text is another one. */
  wordsLang?: Language
  /** The numbers of the notes, which then stand below the text. Without it each note stands where it belongs. */
  notes?: { numbers: ReadonlyMap<Footnote, number>; idPrefix: string }
}

/** What the view of a block needs to know about the page that it stands on. */
export type ViewOptions = WordOptions & {
  /** The language of the text. */
  language: Language
  /** The level of the highest heading of the text. */
  topLevel: number
  numbering: Numbering
  /** Put before every id, where a page shows several texts. */
  idPrefix: string
  /** The id of the element that shows a block, for links to it. */
  idOf?: (block: ShownBlock) => string | undefined
  /** The address of the file of a picture. Without it a picture is told in words. */
  pictureUrl?: (media: string) => string | undefined
  pictures: Record<string, Picture>
  /** The boxes that are ticked; null where the checklists are shown and not used. */
  ticked: ReadonlySet<number> | null
  /** Of a difference: leave out what stayed the same. */
  only?: 'changes' | undefined
  /** Of a difference: say the description of a new picture in words beside it. */
  describesPictures?: boolean
  /** The difference that a block is, with what surrounds it. */
  placeOf?: (block: BlockChange) => Place | undefined
  /** Whether a block only left its frame and not its place in the order of reading. */
  isInPlace?: (source: MoveSource) => boolean
}

type Given = Pick<ViewOptions, 'language' | 't'> & Partial<ViewOptions>

/** The options for a page that shows one text, or a difference, and says nothing more about it than is given. */
export function viewOptions(given: Given): ViewOptions {
  const topLevel = given.topLevel ?? 2
  return {
    topLevel,
    numbering: numberingOf({ blocks: [], topLevel }),
    idPrefix: '',
    pictures: {},
    ticked: null,
    ...given,
  }
}
