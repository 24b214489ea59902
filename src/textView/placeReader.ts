import { blocksOn, type FieldChange, type Place } from '@/domain/diff/diff'
import type { RichText } from '@/domain/richText/richText'

export type Side = 'before' | 'after'

/**
 * Reads the blocks of places on one side, whole: what moved out of a list since is in it before, and what moved into it
 * is not. A split block is whole before, and a joined one is separate.
 */
export function placeReader(side: Side): (place: Place) => RichText {
  const known = new Map<FieldChange, ReturnType<typeof blocksOn>>()
  return ({ field, block, parts }) => {
    if (!block || field.kind !== 'richText') return []
    const read = known.get(field) ?? blocksOn({ ...field, choose: () => side })
    known.set(field, read)
    return read(parts ?? [block])
  }
}
