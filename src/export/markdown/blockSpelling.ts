import type { NodeInVersions } from '@/domain/richText/versions'
import type { Spelling } from './writeRuns'

export type BlockSpelling = Spelling & {
  /** These blocks cannot be first in the file: a rule there would open front matter. */
  isFileStart?: boolean
  /** These blocks begin on the line of an item's bullet. */
  isItemStart?: boolean
}

/** The same of one of them. */
export type OneSpelling = BlockSpelling & { isSecondSign: boolean }

/** Writes nested blocks. */
export type WriteBlocks = (nodes: readonly NodeInVersions[], spelling: BlockSpelling) => string[]

/** The spelling of nested blocks. */
export function inside(spelling: BlockSpelling): BlockSpelling {
  return { ...spelling, isFileStart: false, isItemStart: false }
}
