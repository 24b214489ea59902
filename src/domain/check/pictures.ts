import { isUndescribedPicture } from '../pictures'
import { allBlocks } from '../richText/walk'
import { type CheckedText, placeIn } from './checkedText'
import type { Finding } from './finding'

/** Finds pictures that have no description and are not marked as decorative. */
export function undescribedPictures(text: CheckedText): Finding[] {
  return text.blocks.flatMap((one) =>
    allBlocks([one.block])
      .filter(isUndescribedPicture)
      .map((): Finding => ({ is: 'picture-undescribed', at: placeIn(text, one) })),
  )
}
