import type { BlockKind } from '@/domain/richText/blockKinds'

const NAMED = ['paragraph', 'heading', 'quote', 'item'] as const

/**
 * The kinds of blocks that can be split and joined, with their names in the catalogues; any other counts as a
 * paragraph.
 */
export function namedKind(kind: BlockKind | undefined): (typeof NAMED)[number] {
  return NAMED.find((one) => one === kind) ?? 'paragraph'
}
