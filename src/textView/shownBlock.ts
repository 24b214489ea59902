import { type BlockChange, runsOn } from '@/domain/diff/diff'
import type { Block, Run } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'

/** A block for the views: one of a text alone, or one of a difference, with its change. */
export type ShownBlock = Block | BlockChange

/** The change of a block of a difference; nothing for one of a text alone. */
export function changeOf(block: ShownBlock): BlockChange | undefined {
  return 'segments' in block ? block : undefined
}

/** The words of a block; in a difference, its new words, or the old ones if the block was removed. */
export function runsOf(block: ShownBlock): Run[] {
  if (!('segments' in block)) return block.runs
  return runsOn({ segments: block.segments, choice: block.status === 'removed' ? 'before' : 'after' })
}

export function hasWords(block: ShownBlock): boolean {
  return ('segments' in block ? block.segments : block.runs).length > 0
}

/** All words of a block and of those in it, one line for each block. */
export function wordsWithin(block: ShownBlock): string {
  return [plainTextOf(runsOf(block)), ...block.children.map(wordsWithin)].filter((line) => line !== '').join('\n')
}
