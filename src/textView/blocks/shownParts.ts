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
 * blocks are counted where they stand.
 */
export function shownParts({ blocks, moveSources, options }: Given): ShownPart[] {
  const told = toldOf(moveSources, options)
  const parts: ShownPart[] = []
  let heading: ShownBlock | null = null
  // Those above the heading, and those below it.
  let [above, below] = [0, 0]
  const sayUnchanged = (count: number): void => {
    if (count > 0) parts.push({ is: 'unchanged', count })
  }
  const addMoveSources = (at: number): void => {
    for (const source of told) if (source.at === at) parts.push({ is: 'source', source })
  }
  blocks.forEach((block, index) => {
    addMoveSources(index)
    if (isHidden(block, options)) return
    if (options.only && !isTouched(block, options)) {
      if (block.kind !== 'heading') below += 1
      else [heading, above, below] = [block, above + below, 0]
      return
    }
    if (heading && block.kind !== 'heading') {
      sayUnchanged(above)
      parts.push({ is: 'block', block: heading })
      sayUnchanged(below)
    } else sayUnchanged(above + below)
    ;[heading, above, below] = [null, 0, 0]
    parts.push({ is: 'block', block })
  })
  addMoveSources(blocks.length)
  sayUnchanged(above + below)
  return parts
}
