import type { NodeInVersions } from '@/domain/richText/versions'
import type { Spelling } from './writeRuns'

export type BlockSpelling = Spelling & {
  /** Nothing stands before these blocks in the file: a rule there would open front matter. */
  isFileStart?: boolean
  /** These blocks begin on the line of an item's bullet. */
  isItemStart?: boolean
}

/** The same of one of them. */
export type OneSpelling = BlockSpelling & { isSecondSign: boolean }

/** Writes blocks that stand in another one. */
export type WriteBlocks = (nodes: readonly NodeInVersions[], spelling: BlockSpelling) => string[]

/** The spelling of blocks within one that has begun. */
export function inside(spelling: BlockSpelling): BlockSpelling {
  return { ...spelling, isFileStart: false, isItemStart: false }
}
