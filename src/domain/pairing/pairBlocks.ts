import type { Sides } from '../alignment/sides'
import { findSplits, settleSplits } from './findSplits'
import { pairInPlace } from './pairInPlace'
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
export function pairBlocks(texts: Sides<TreeBlock[]>): Pairing {
  const pairing = noPairs()
  if (texts.before.length === 0 || texts.after.length === 0) return pairing
  const lists = { ...texts, pairing }
  if (pairInPlace(lists)) return pairing
  // Very similar blocks are paired first, wherever they are, and only then those that are merely in the same order.
  for (const least of [ALIKE_MOVED, ALIKE]) {
    pairSiblings({ ...lists, least })
    findSplits(lists)
    pairMoved({ ...lists, least })
  }
  pairRewritten(lists)
  settleSplits(lists)
  return pairing
}
