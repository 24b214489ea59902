import type { Departure } from '@/domain/diff/change'
import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'
import { isHidden, isTouched, toldOf } from '../touched'

/** The parts of a text in order: a block, the old place of one, or the number of blocks that are left out. */
export type ShownPart =
  | { is: 'block'; block: ShownBlock }
  | { is: 'departure'; departure: Departure }
  | { is: 'unchanged'; count: number }

type Given = { blocks: readonly ShownBlock[]; departed: readonly Departure[]; options: ViewOptions }

/**
 * The parts of a text in order. If only changes are shown, a changed block is under its nearest heading, and unchanged
 * blocks are counted.
 */
export function shownParts({ blocks, departed, options }: Given): ShownPart[] {
  const told = toldOf(departed, options)
  const parts: ShownPart[] = []
  let heading: ShownBlock | null = null
  let unchanged = 0
  const sayUnchanged = (): void => {
    if (unchanged > 0) parts.push({ is: 'unchanged', count: unchanged })
    unchanged = 0
  }
  const sayDeparted = (at: number): void => {
    for (const departure of told) if (departure.at === at) parts.push({ is: 'departure', departure })
  }
  blocks.forEach((block, index) => {
    sayDeparted(index)
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
  sayDeparted(blocks.length)
  sayUnchanged()
  return parts
}
