import { findSplits, settleSplits } from './findSplits'
import { ALIKE, ALIKE_MOVED, noPairs, type Pairing } from './pairing'
import { pairMoved } from './pairMoved'
import { pairRewritten } from './pairRewritten'
import { pairSiblings } from './pairSiblings'
import type { TreeBlock } from './tree'

/**
 * Pairs the blocks of two texts. For siblings: equal beginnings and ends, ids, equal words, then similarity; then the children of each
 * pair. In the whole texts: blocks that were split, joined or moved. All of this twice, first with a high threshold of similarity and
 * then with a lower one; last, texts that were rewritten in their place.
 */
export function pairBlocks({ before, after }: { before: TreeBlock[]; after: TreeBlock[] }): Pairing {
  const pairing = noPairs()
  if (before.length === 0 || after.length === 0) return pairing
  // Very similar blocks are paired first, wherever they are, and only then those that are merely in the same order.
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
