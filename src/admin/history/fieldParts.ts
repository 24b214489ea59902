import { type BlockChange, type ChangeCounts, countChanges, type FieldChange } from '@/domain/diff/diff'

export type RichChange = FieldChange & { kind: 'richText' }

/** One part of a rich text alone: moves into or out of it are only shown in the whole text. */
export function partAlone({ field, blocks }: { field: RichChange; blocks: BlockChange[] }): RichChange {
  const { moveSources: _, ...rest } = field
  return { ...rest, blocks }
}

export function countsOf(field: FieldChange): ChangeCounts {
  return countChanges([field])
}
