import type { BlockChange, Segment } from '@/domain/diff/change'
import type { Attributes } from '@/domain/richText'

export type Side = 'before' | 'after'

/** A block as it is on one side, with nothing marked; null where that side does not have it. */
export function blockOn(side: Side, block: BlockChange): BlockChange | null {
  if (block.status === (side === 'before' ? 'added' : 'removed')) return null
  const { id, kind, kindBefore, attrs, attrsBefore, segments, children } = block
  const former: Attributes = { ...(kindBefore ? {} : attrs) }
  for (const [name, value] of Object.entries(attrsBefore ?? {})) if (value !== undefined) former[name] = value
  return {
    status: 'same',
    id,
    kind: side === 'before' ? (kindBefore ?? kind) : kind,
    attrs: side === 'before' ? former : attrs,
    segments: segmentsOn(side, segments),
    children: children.flatMap((child) => blockOn(side, child) ?? []),
  }
}

/** The words of one side, in the look that they have there. */
export function segmentsOn(side: Side, segments: Segment[]): Segment[] {
  return segments
    .filter((segment) => segment.status !== (side === 'before' ? 'added' : 'removed'))
    .map(({ text, marks, link, formatting, object }): Segment => {
      const look = side === 'before' && formatting ? formatting : { marks, ...(link === undefined ? {} : { link }) }
      return { status: 'same', text, ...look, ...(object ? { object } : {}) }
    })
}
