import type { ReactNode } from 'react'
import type { BlockChange, MoveSource, Place } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { ReleasePicture } from '@/domain/release'
import type { Footnote } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { type Numbering, numberingOf } from './numbering'
import type { ShownBlock } from './shownBlock'

/**
 * What is known about a picture besides its place in the text: its size, so that the page reserves space while it
 * loads, and its description, if the text has none.
 */
export type Picture = Pick<ReleasePicture, 'size' | 'alt'>

/** What words need to know about their page. */
export type WordOptions = {
  /** Our own words. */
  t: Translator
  /** The language of our own words, set only if that of the text is another one. */
  wordsLang?: Language
  /** The numbers of the notes, which are then below the text. Without it each note is in place. */
  notes?: { numbers: ReadonlyMap<Footnote, number>; idPrefix: string }
}

/** What the view of a block needs to know about its page. */
export type ViewOptions = WordOptions & {
  /** The language of the text. */
  language: Language
  /** The level of the highest heading of the text. */
  topLevel: number
  numbering: Numbering
  /** The prefix of every id, for pages with several texts. */
  idPrefix: string
  /** The id of the element that shows a block, for links to it. */
  idOf?: (block: ShownBlock) => string | undefined
  /** The address of the file of a picture. Without it a picture is described in words. */
  pictureUrl?: (media: string) => string | undefined
  pictures: Record<string, Picture>
  /** The heading with the title of the section that a line begins, in the text of several sections. */
  openedBy?: (line: ShownBlock) => ShownBlock | undefined
  /** What is said above a block of the text, if anything. */
  labelOf?: ((block: ShownBlock) => ReactNode) | undefined
  /** The ticked boxes; null if the checklists are only displayed. */
  ticked: ReadonlySet<number> | null
  /** For a difference: leave out what stayed the same. */
  only?: 'changes' | undefined
  /** For a difference: show the description of a new picture as words beside it. */
  describesPictures?: boolean
  /** The difference of a block, with its context. */
  placeOf?: (block: BlockChange) => Place | undefined
  /** Whether a block only left its frame and not its place in the reading order. */
  isInPlace?: (source: MoveSource) => boolean
}

type Given = Pick<ViewOptions, 'language' | 't'> & Partial<ViewOptions>

/** The options for a page that shows one text or a difference, with defaults for everything that is not given. */
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
