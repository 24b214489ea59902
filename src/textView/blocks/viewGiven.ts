import type { ViewOptions } from '../options'
import type { ShownBlock } from '../shownBlock'

/** What the view of a block is given. */
export type ViewGiven = { block: ShownBlock; options: ViewOptions }
