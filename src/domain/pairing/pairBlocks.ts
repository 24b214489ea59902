import { findSplits, settleSplits } from './findSplits'
import { ALIKE, ALIKE_MOVED, noPairs, type Pairing } from './pairing'
import { pairMoved } from './pairMoved'
import { pairRewritten } from './pairRewritten'
import { pairSiblings } from './pairSiblings'
import type { TreeBlock } from './tree'

/**
 * Pairs the blocks of two texts: equal beginnings and ends, ids, equal words, likeness between those, then down into the
 * children of each pair; then, among what is left in both whole texts, blocks that were split or joined, and blocks that
 * moved. All of this twice, for what is much alike and for what is less so; last, texts rewritten in their place.
 */
export function pairBlocks({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Pairing {
  const pairing = noPairs()
  if (before.length === 0 || after.length === 0) return pairing
  // What is a good deal alike goes together first, wherever it stands; only then what merely stands in the same order.
  pairSiblings({ before, after, pairing, least: ALIKE_MOVED })
  findSplits({ before, after, pairing })
  pairMoved({ before, after, pairing, least: ALIKE_MOVED })
  pairSiblings({ before, after, pairing, least: ALIKE })
  findSplits({ before, after, pairing })
  pairMoved({ before, after, pairing, least: ALIKE })
  pairRewritten({ before, after, pairing })
  settleSplits({ before, after, pairing })
  return pairing
}
