import { isEmptyText } from '../richText/empty'
import { isVisible } from '../richText/visible'
import { textOf } from '../richText/walk'
import { type CheckedBlock, type CheckedText, placeIn } from './checkedText'
import type { Finding } from './finding'

/**
 * Finds headings without words, headings that are more than one level below the one before them, and those with no text under
 * them. The title of the section is of level 1.
 */
export function wrongHeadings(text: CheckedText): Finding[] {
  const blocks = text.blocks.filter(({ block }) => !isEmptyText(block))
  let before = TITLE
  return blocks.flatMap((one, index): Finding[] => {
    if (one.block.kind !== 'heading') return []
    const at = placeIn(text, one)
    if (!isVisible(textOf([one.block]))) return [{ is: 'heading-empty', at }]
    const level = levelOf(one)
    const jump: Finding[] = level > before + 1 ? [{ is: 'heading-jump', level, before, at }] : []
    before = level
    const next = blocks[index + 1]
    const isHollow = !next || (next.block.kind === 'heading' && levelOf(next) <= level)
    return isHollow ? [...jump, { is: 'part-empty', at }] : jump
  })
}

const TITLE = 1

function levelOf({ block: { attrs } }: CheckedBlock): number {
  return typeof attrs.level === 'number' ? attrs.level : TITLE + 1
}
