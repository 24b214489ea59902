import { type BlockChange, runsOn } from '@/domain/diff/diff'
import type { Block, Run } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'

/** A block as the views take it: one of a text by itself, or one of a difference, which says what changed. */
export type ShownBlock = Block | BlockChange

/** The change that a block of a difference is; nothing for one of a text by itself. */
export function changeOf(block: ShownBlock): BlockChange | undefined {
  return 'segments' in block ? block : undefined
}

/** The words of a block; of a difference, as they are after it, and as they were where the block is gone. */
export function runsOf(block: ShownBlock): Run[] {
  if (!('segments' in block)) return block.runs
  return runsOn({ segments: block.segments, choice: block.status === 'removed' ? 'before' : 'after' })
}

export function hasWords(block: ShownBlock): boolean {
  return ('segments' in block ? block.segments : block.runs).length > 0
}

/** All words of a block and of those in it, one line a block. */
export function wordsWithin(block: ShownBlock): string {
  return [plainTextOf(runsOf(block)), ...block.children.map(wordsWithin)].filter((line) => line !== '').join('\n')
}
