import type { BlockChange, ChangeCounts, FieldChange } from '@/domain/diff/change'
import { countChanges } from '@/domain/diff/counts'

export type RichChange = FieldChange & { kind: 'richText' }

/** One part of a rich text by itself: what moved here or away from here is told in the whole text only. */
export function partAlone({ field, blocks }: { field: RichChange; blocks: BlockChange[] }): RichChange {
  const { departed: _, ...rest } = field
  return { ...rest, blocks }
}

export function countsOf(field: FieldChange): ChangeCounts {
  return countChanges([field])
}
