import type { RichText } from './richText'
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
