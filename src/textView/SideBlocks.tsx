import type { ReactNode } from 'react'
import { type BlockChange, placesOf, type RichTextDifference } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { numberingOf } from './numbering'
import { type ViewOptions, viewOptions } from './options'
import { sideOfChange } from './sideOfChange'

export type SideGiven = {
  blocks: RichText
  /** What differs between both sides; null if words are not compared. */
  change: RichTextDifference | null
  side: 'before' | 'after'
  language: Language
  pageLanguage: Language
  t: Translator
  /** The address of pictures. */
  files: string
  idPrefix: string
  labelOf?: ViewOptions['labelOf']
}

/**
 * One side of two texts that stand beside each other, with the words marked that the other side does not have. Where marks on one
 * side do not say what happened (a paragraph was split, or moved into a list), the earlier side is plain and the later one shows the whole
 * difference. `plain` stands for a plain side, if it is given.
 */
export function SideBlocks({
  blocks,
  change,
  side,
  language,
  pageLanguage,
  t,
  files,
  idPrefix,
  labelOf,
  plain,
}: SideGiven & { plain?: ReactNode }) {
  const shown = shownOf(change, side)
  if (!shown && plain) return plain
  const topLevel = levelOf(blocks)
  const numbering = numberingOf({ blocks: shown?.blocks ?? blocks, topLevel, idPrefix })
  const places = shown ? placesOf([{ field: 'body', kind: 'richText', ...shown }]) : []
  const options = viewOptions({
    ...{ language, t, topLevel, idPrefix, numbering, labelOf },
    ...(pageLanguage === language ? {} : { wordsLang: pageLanguage }),
    pictureUrl: (media) => `${files}/${encodeURIComponent(media)}`,
    describesPictures: true,
    placeOf: (block) => places.find((place) => place.block === block),
  })
  return <Blocks blocks={shown?.blocks ?? blocks} moveSources={shown?.moveSources} options={options} />
}

type Shown = Pick<RichTextDifference, 'status' | 'moveSources'> & { blocks: BlockChange[] }

/** The difference as one side shows it; null where that side is plain. */
function shownOf(change: RichTextDifference | null, side: 'before' | 'after'): Shown | null {
  if (!change || change.status === 'same') return null
  const blocks = sideOfChange(change, side)
  if (blocks) return { status: change.status, blocks, moveSources: [] }
  return side === 'before' ? null : change
}

/** The level of the first heading, so that the headings of rows that are shown alone keep their order. */
export function levelOf(blocks: RichText): number {
  const level = Number(blocks.find(({ kind }) => kind === 'heading')?.attrs.level ?? 2)
  return Math.min(Math.max(level, 2), 6)
}
