import { type BlockChange, formerOf, type Segment } from '@/domain/diff/diff'
import { formatOf } from '@/domain/richText/runs'

export type Side = 'before' | 'after'

/**
 * Blocks as they are on one side, without marks; those that this side does not have are left out. A split block is
 * whole before, and a joined one is separate.
 */
export function blocksOn(side: Side, blocks: BlockChange[]): BlockChange[] {
  const shown: BlockChange[] = []
  for (const block of blocks) {
    if (block.status === (side === 'before' ? 'added' : 'removed') || block.frameOnly) continue
    if (isLeftEmpty(block)) continue
    const above = shown.at(-1)
    if (side === 'before' && above && block.split) {
      const segments = [...above.segments, ...segmentsOn(side, block.segments)]
      shown[shown.length - 1] = { ...above, segments }
    } else if (side === 'before' && above && block.inside) {
      shown[shown.length - 1] = { ...above, children: [...above.children, ...blocksOn(side, [block])] }
    } else shown.push(...(side === 'before' ? blocksBefore(block) : [blockAfter(block)]))
  }
  return shown
}

/** A list whose items are all elsewhere now, where they are shown. */
function isLeftEmpty({ status, kind, children, moveSources }: BlockChange): boolean {
  return (
    status === 'removed' && kind === 'list' && moveSources !== undefined && children.every((child) => child.frameOnly)
  )
}

function blockAfter({ id, kind, attrs, segments, children }: BlockChange): BlockChange {
  const on = { segments: segmentsOn('after', segments), children: blocksOn('after', children) }
  return { status: 'same', id, kind, attrs, ...on }
}

function blocksBefore(change: BlockChange): BlockChange[] {
  const apart: Pick<BlockChange, 'id' | 'kind' | 'attrs' | 'segments'>[] = [{ ...formerOf(change), segments: [] }]
  for (const segment of change.segments) {
    if (segment.object === 'end' && segment.block) apart.push({ ...segment.block, segments: [] })
    else apart.at(-1)?.segments.push(segment)
  }
  return apart.map((one, index) => ({
    ...one,
    status: 'same',
    segments: segmentsOn('before', one.segments),
    children: index === 0 ? blocksOn('before', change.children) : [],
  }))
}

/** The words of one side, with their formatting there. */
export function segmentsOn(side: Side, segments: Segment[]): Segment[] {
  return segments
    .filter((segment) => segment.status !== (side === 'before' ? 'added' : 'removed'))
    .map(({ text, marks, link, formatting, object }): Segment => {
      const format = side === 'before' && formatting ? formatting : formatOf({ marks, link })
      return { status: 'same', text, ...format, ...(object ? { object } : {}) }
    })
}
