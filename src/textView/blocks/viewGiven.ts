import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'

/** The input of the view of a block. */
export type ViewGiven = { block: ShownBlock; options: ViewOptions }
