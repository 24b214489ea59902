import { TEXT_ATTRIBUTES } from '../richText/blockKinds'
import { isVisible } from '../richText/visible'
import type { BlockChange, FieldChange, Segment } from './change'
import { cellsOfColumns } from './columns'
import { type Indent, indentsIn } from './indents'
import { wordingAfter } from './sides'

/** One difference that a reader would count: a changed text or set, or one block of a rich text. */
export type Place = {
  field: FieldChange
  block?: BlockChange
  /** The block that holds it: a row for a cell, a list for an item. */
  holder?: BlockChange
  /** If a block was split: its parts in order, this one among them. */
  parts?: BlockChange[]
  /** If a list item was only indented. */
  indent?: Indent
  /** The heading above it, or ''. */
  under: string
}

/**
 * All differences, in the order of the text. A block that was added or removed counts once with all that is in it; only what moved
 * into it counts alone. A column of a table counts once, with its table.
 */
export function placesOf(fields: FieldChange[]): Place[] {
  return fields.flatMap((field): Place[] => {
    if (field.kind === 'richText') return placesIn(field)
    return field.status === 'same' ? [] : [{ field, under: '' }]
  })
}

/** Whether the block itself changed, and not only what it holds. */
export function changedItself(block: BlockChange): boolean {
  if (block.status === 'added' || block.status === 'removed') return block.frameOnly !== true
  return block.moved === true || block.split === true || rewords(block) || reshapes(block) || joinedTo(block).length > 0
}

/** Whether words of the block's own text or title were added or removed. */
export function rewords({ segments, attrsBefore }: BlockChange): boolean {
  const named = TEXT_ATTRIBUTES.some((name) => attrsBefore?.[name] !== undefined)
  return named || segments.some((segment) => segment.status !== 'same' && segment.object !== 'end')
}

/** Whether characters that a reader sees were added or removed. */
export function rewordsVisibly(block: BlockChange): boolean {
  const seen = block.segments.filter(({ text, object }) => object !== 'end' && (object || isVisible(text)))
  return rewords({ ...block, segments: seen })
}

/** Whether its formatting, its kind or its attributes changed. */
export function reshapes({ segments, kindBefore, attrsBefore, columns }: BlockChange): boolean {
  const ofBlock = kindBefore !== undefined || attrsBefore !== undefined || columns !== undefined
  return ofBlock || segments.some((segment) => segment.formatting)
}

/** The ends of blocks that were joined. An end that is last is not one: the block was split again there. */
export function joinedTo({ segments }: BlockChange): Segment[] {
  return segments.filter((segment, index) => segment.object === 'end' && index < segments.length - 1)
}

/** Whether it was split off the block above, at a place that was not the end of a block before. */
export function isSplitOff(block: BlockChange, parts: BlockChange[] | undefined): boolean {
  const above = parts?.[parts.indexOf(block) - 1]
  return block.split === true && above?.segments.at(-1)?.object !== 'end'
}

function placesIn(field: FieldChange & { kind: 'richText' }): Place[] {
  const places: Place[] = []
  const indents = indentsIn(field)
  const columnCells = new Set<BlockChange>()
  let under = ''
  const visit = (blocks: BlockChange[], holder?: BlockChange): void => {
    blocks.forEach((block, index) => {
      const parts = partsAt(blocks, index)
      const indent = indents.get(block)
      const isWhole = block.status === 'added' || block.status === 'removed'
      const isCountedWith = columnCells.has(block) || (isWhole && holder?.status === block.status)
      const isCounted = !isCountedWith && !saysNoMore(block, indents) && !isOnlyCut(block, parts)
      if (isCounted && (changedItself(block) || indent)) {
        const around = { ...(holder ? { holder } : {}), ...(parts ? { parts } : {}) }
        places.push({ field, block, ...around, ...(indent ? { indent } : {}), under })
      }
      for (const cell of cellsOfColumns(block)) columnCells.add(cell)
      visit(block.children, block)
      if (!holder && block.kind === 'heading' && block.status !== 'removed') under = wordingAfter(block)
    })
  }
  visit(field.blocks)
  return places
}

/** All parts of the split block that includes the block with this index. */
function partsAt(blocks: BlockChange[], index: number): BlockChange[] | undefined {
  let start = index
  while (start > 0 && blocks[start]?.split) start--
  let end = index + 1
  while (blocks[end]?.split) end++
  return end - start > 1 ? blocks.slice(start, end) : undefined
}

/** The first part of a split block of which only the space at the cut is gone: the second part reports the split. */
function isOnlyCut(block: BlockChange, parts: BlockChange[] | undefined): boolean {
  const isCut = parts !== undefined && !block.moved && !isSplitOff(block, parts) && joinedTo(block).length === 0
  return isCut && !reshapes(block) && !rewordsVisibly(block)
}

/** A list around items that have a note of their own: the items report the change. */
function saysNoMore(block: BlockChange, indents: Map<BlockChange, Indent>): boolean {
  const { kind, status, moveSources, children } = block
  if (kind !== 'list') return false
  if (status === 'removed') return moveSources !== undefined && children.every((child) => child.frameOnly)
  return status === 'added' && isMadeOfPlaces(block, indents)
}

function isMadeOfPlaces({ segments, children }: BlockChange, indents: Map<BlockChange, Indent>): boolean {
  const isPlace = (child: BlockChange): boolean =>
    child.status === 'added'
      ? isMadeOfPlaces(child, indents)
      : child.kindBefore !== undefined || child.moved === true || indents.has(child)
  return segments.length === 0 && children.length > 0 && children.every(isPlace)
}
