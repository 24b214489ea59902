import type { BlockChange, FieldChange } from './change'
import { TEXT_ATTRIBUTES } from './tree'

/** One difference that a reader would count: a changed text or set, or one block of a rich text. */
export type Place = {
  field: FieldChange
  block?: BlockChange
  /** The block that holds it: a cell is shown within its row, an item within its list. */
  holder?: BlockChange
  /** The heading under which it stands, '' where there is none. */
  under: string
}

/**
 * All differences, in the order of the text. A block that is wholly new or gone counts once, with all that is in it; only
 * what came into it from elsewhere counts by itself.
 */
export function placesOf(fields: FieldChange[]): Place[] {
  return fields.flatMap((field): Place[] => {
    if (field.kind === 'richText') return placesIn(field)
    return field.status === 'same' ? [] : [{ field, under: '' }]
  })
}

/** Whether something about the block itself changed, not only in what it holds. */
export function changedItself(block: BlockChange): boolean {
  return (
    block.status === 'added' || block.status === 'removed' || block.moved === true || rewords(block) || reshapes(block)
  )
}

/** Whether words were added or removed in the block's own text or title. */
export function rewords({ segments, attrsBefore }: BlockChange): boolean {
  const named = TEXT_ATTRIBUTES.some((name) => attrsBefore?.[name] !== undefined)
  return named || segments.some((segment) => segment.status !== 'same')
}

/** Whether its formatting, its kind or its attributes changed. */
export function reshapes({ segments, kindBefore, attrsBefore }: BlockChange): boolean {
  return kindBefore !== undefined || attrsBefore !== undefined || segments.some((segment) => segment.formatting)
}

/** The text of a block as it is after the change (as it was, where the block is gone). */
export function wordingAfter({ status, segments }: BlockChange): string {
  const left = segments.filter((segment) => status === 'removed' || segment.status !== 'removed')
  return left.map((segment) => (segment.object === 'break' ? ' ' : segment.text)).join('')
}

function placesIn(field: FieldChange & { kind: 'richText' }): Place[] {
  const places: Place[] = []
  let under = ''
  const visit = (block: BlockChange, holder: BlockChange | undefined): void => {
    const withHolder = holder ? { holder } : {}
    const isFrameOnly = block.kind === 'list' && cameFromElsewhere(block)
    const wholly = (one: BlockChange | undefined): boolean => one?.status === 'added' || one?.status === 'removed'
    const countedWithHolder = wholly(block) && holder?.status === block.status
    if (changedItself(block) && !countedWithHolder && !isFrameOnly) places.push({ field, block, ...withHolder, under })
    for (const child of block.children) visit(child, block)
  }
  for (const block of field.blocks) {
    visit(block, undefined)
    if (block.kind === 'heading' && block.status !== 'removed') under = wordingAfter(block)
  }
  return places
}

/** The parts of a new frame (list, callout) were there before: the frame says no more than they do. */
function cameFromElsewhere(block: BlockChange): boolean {
  if (block.status !== 'added') return block.kindBefore !== undefined
  return block.children.length > 0 && block.children.every(cameFromElsewhere)
}
