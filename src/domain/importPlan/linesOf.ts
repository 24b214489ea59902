import type { RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { allBlocks } from '../richText/walk'

/** The words of a text line by line, whatever formats they have. Notes are a format of a place here. */
export function linesOf(blocks: RichText): string[] {
  return allBlocks(blocks).flatMap(({ runs }) => {
    const line = plainTextOf(runs.filter(({ type }) => type !== 'footnote')).trim()
    return line === '' ? [] : [line]
  })
}
