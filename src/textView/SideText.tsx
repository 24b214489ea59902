import { type BlockChange, placesOf, type RichTextDifference } from '@/domain/diff/diff'
import type { Language } from '@/domain/language'
import type { RichText } from '@/domain/richText/richText'
import type { Translator } from '@/messages/translate'
import { Blocks } from './blocks/Blocks'
import { numberingOf } from './numbering'
import { viewOptions } from './options'
import { RichTextView } from './RichTextView'
import { sideOfChange } from './sideOfChange'

/**
 * One side of two texts that stand beside each other, with the words marked that the other side does not have. Where marks on one
 * side do not say what happened (a paragraph was split, or moved into a list), the earlier side is plain and the later one shows the whole
 * difference.
 */
export function SideText({
  blocks,
  change,
  side,
  language,
  pageLanguage,
  t,
  files,
  idPrefix,
}: {
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
}) {
  const headingOffset = levelOf(blocks) - 2
  const shown = change && shownOf(change, side)
  if (!shown)
    return (
      <RichTextView
        blocks={blocks}
        language={language}
        headingOffset={headingOffset}
        files={files}
        idPrefix={idPrefix}
      />
    )
  const places = placesOf([{ field: 'body', kind: 'richText', ...shown }])
  const topLevel = 2 + headingOffset
  const options = viewOptions({
    ...{ language, t, topLevel, idPrefix },
    numbering: numberingOf({ blocks: shown.blocks, topLevel, idPrefix }),
    ...(pageLanguage === language ? {} : { wordsLang: pageLanguage }),
    pictureUrl: (media) => `${files}/${encodeURIComponent(media)}`,
    describesPictures: true,
    placeOf: (block) => places.find((place) => place.block === block),
  })
  return <Blocks blocks={shown.blocks} moveSources={shown.moveSources} options={options} />
}

type Shown = Pick<RichTextDifference, 'status' | 'moveSources'> & { blocks: BlockChange[] }

/** The difference as one side shows it; null where that side is plain. */
function shownOf(change: RichTextDifference, side: 'before' | 'after'): Shown | null {
  if (change.status === 'same') return null
  const blocks = sideOfChange(change, side)
  if (blocks) return { status: change.status, blocks, moveSources: [] }
  return side === 'before' ? null : change
}

/** The level of the first heading, so that the headings of rows that are shown alone keep their order. */
function levelOf(blocks: RichText): number {
  const level = Number(blocks.find(({ kind }) => kind === 'heading')?.attrs.level ?? 2)
  return Math.min(Math.max(level, 2), 6)
}
