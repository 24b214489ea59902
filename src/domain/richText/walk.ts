import type { Block, RichText } from './richText'
import { plainTextOf } from './runs'

type Nested<One> = { children: readonly One[] }

/** All blocks of a tree, each followed by its children: of a text, of a difference, of a merge. */
export function allBlocks<One extends Nested<One>>(blocks: readonly One[]): One[] {
  return blocks.flatMap((block) => (block.children.length === 0 ? block : [block, ...allBlocks(block.children)]))
}

/** All text of the blocks, one line a block. */
export function textOf(blocks: RichText): string {
  return allBlocks(blocks)
    .map(({ runs }) => plainTextOf(runs))
    .filter((line) => line !== '')
    .join('\n')
}

/** A block, and the block in which it stands, as a list or a table, if it does. */
export type BlockInPlace = { block: Block; holder: Block | null }

/** Returns the block with this id, wherever it stands; null if there is none. */
export function blockInPlace(blocks: RichText, id: string, holder: Block | null = null): BlockInPlace | null {
  for (const block of blocks) {
    const found = block.id === id ? { block, holder } : blockInPlace(block.children, id, block)
    if (found) return found
  }
  return null
}
