import type { Block, RichText } from '../richText'
import { plainTextOf } from './runs'

type Nested<One> = { children: readonly One[] }

/** All blocks of a text, each followed by those in it. For any tree: a text, a difference, what is merged. */
export function allBlocks<One extends Nested<One>>(blocks: readonly One[]): One[] {
  return blocks.flatMap((block) => [block, ...allBlocks(block.children)])
}

/** A text with every block replaced, those in a block after it. */
export function mapBlocks(blocks: RichText, replace: (block: Block) => Block): RichText {
  return blocks.map((block) => {
    const replaced = replace(block)
    return { ...replaced, children: mapBlocks(replaced.children, replace) }
  })
}

/** All text of the blocks, one line a block. */
export function textOf(blocks: RichText): string {
  return allBlocks(blocks)
    .map(({ runs }) => plainTextOf(runs))
    .filter((line) => line !== '')
    .join('\n')
}
