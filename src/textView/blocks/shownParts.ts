import type { MoveSource } from '@/domain/diff/diff'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { isHidden, isTouched, toldOf } from '../touched'

/** The parts of a text in order: a block, the old place of one, or the number of blocks that are left out. */
export type ShownPart =
  | { is: 'block'; block: ShownBlock }
  | { is: 'source'; source: MoveSource }
  | { is: 'unchanged'; count: number }

type Given = { blocks: readonly ShownBlock[]; moveSources: readonly MoveSource[]; options: ViewOptions }

/**
 * The parts of a text in order. If only changes are shown, a changed block is under its nearest heading, and unchanged
 * blocks are counted.
 */
export function shownParts({ blocks, moveSources, options }: Given): ShownPart[] {
  const told = toldOf(moveSources, options)
  const parts: ShownPart[] = []
  let heading: ShownBlock | null = null
  let unchanged = 0
  const sayUnchanged = (): void => {
    if (unchanged > 0) parts.push({ is: 'unchanged', count: unchanged })
    unchanged = 0
  }
  const addMoveSources = (at: number): void => {
    for (const source of told) if (source.at === at) parts.push({ is: 'source', source })
  }
  blocks.forEach((block, index) => {
    addMoveSources(index)
    if (isHidden(block, options)) return
    if (options.only && !isTouched(block, options)) {
      if (block.kind === 'heading') heading = block
      else unchanged++
      return
    }
    sayUnchanged()
    if (heading && block.kind !== 'heading') parts.push({ is: 'block', block: heading })
    heading = null
    parts.push({ is: 'block', block })
  })
  addMoveSources(blocks.length)
  sayUnchanged()
  return parts
}
