import { without } from '../alignment/dice'
import { isTextKind } from '../richText/blockKinds'
import { type Lists, type Pairing, pairUp, WORDS_ANCHOR } from './pairing'
import { type TreeBlock, wordingOf, wordsOf } from './tree'

/** A block was split off another one if at least this share of its words was there, and is not any more. */
const TAKEN_OVER = 0.6

/**
 * Finds paragraphs that were split, and paragraphs that were joined: the neighbour has the words that the block lost. Only for
 * adjacent blocks of plain text with enough words.
 */
export function findSplits({ before, after, pairing }: Lists): void {
  extend({ blocks: after, partnerOf: pairing.beforeOf, mark: pairing.split, pairing })
  extend({ blocks: before, partnerOf: pairing.afterOf, mark: pairing.joined, pairing })
  for (const block of after) {
    const was = pairing.beforeOf.get(block)
    if (was && was.whole !== block.whole) findSplits({ before: was.children, after: block.children, pairing })
    else if (!was && block.children.length > 0) findSplits({ before: [], after: block.children, pairing })
  }
}

/**
 * Removes marks that later pairs contradict: a block with a partner is not split off or joined, and neither is one that does not
 * follow a block with a partner. Afterwards each block has a partner, belongs to the block before it, or was added or removed.
 */
export function settleSplits({ before, after, pairing }: Lists): void {
  if (pairing.split.size > 0) settle({ blocks: after, partnerOf: pairing.beforeOf, mark: pairing.split })
  if (pairing.joined.size > 0) settle({ blocks: before, partnerOf: pairing.afterOf, mark: pairing.joined })
}

function settle({ blocks, partnerOf, mark }: Omit<Extension, 'pairing'>): void {
  let isBehind = false
  for (const block of blocks) {
    if (partnerOf.has(block) || !isBehind) mark.delete(block)
    isBehind = partnerOf.has(block) || mark.has(block)
    settle({ blocks: block.children, partnerOf, mark })
  }
}

type Extension = {
  blocks: TreeBlock[]
  partnerOf: Map<TreeBlock, TreeBlock>
  mark: Set<TreeBlock>
  pairing: Pairing
}

function extend({ blocks, partnerOf, mark, pairing }: Extension): void {
  const isPlain = (block: TreeBlock | undefined): block is TreeBlock =>
    block !== undefined && isTextKind(block.kind) && block.children.length === 0 && block.kind !== 'field'
  const isOpen = (block: TreeBlock | undefined): block is TreeBlock =>
    isPlain(block) && !partnerOf.has(block) && !mark.has(block)
  blocks.forEach((head, place) => {
    const partner = partnerOf.get(head)
    if (!partner || head.whole === partner.whole || !isPlain(head) || !isPlain(partner)) return
    if (!isOpen(blocks[place - 1]) && !isOpen(blocks[place + 1])) return
    if (wordingOf(head) === wordingOf(partner)) return
    let whole = without(wordsOf(partner), wordsOf(head))
    const takes = (block: TreeBlock | undefined): block is TreeBlock => {
      if (!isOpen(block)) return false
      const words = wordsOf(block)
      const left = without(whole, words)
      if (whole.length - left.length < Math.max(WORDS_ANCHOR, TAKEN_OVER * words.length)) return false
      whole = left
      return true
    }
    let from = place
    while (takes(blocks[from - 1])) from--
    let to = place + 1
    while (takes(blocks[to])) to++
    // The first of them is the pair of the partner, even if another one is longer.
    const first = blocks[from]
    if (!first || to - from === 1) return
    // If the first of them has all words of the partner, nothing was split.
    if (wordingOf(first) !== wordingOf(partner)) for (const block of blocks.slice(from + 1, to)) mark.add(block)
    if (first !== head) {
      const isAfter = mark === pairing.split
      pairUp(isAfter ? { was: partner, is: first, pairing } : { was: first, is: partner, pairing })
    }
  })
}
