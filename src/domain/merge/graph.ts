import { grouped } from '../grouped'
import { pairBlocks } from '../pairing/pairBlocks'
import { type Pairing, pairUp, WORDS_ANCHOR } from '../pairing/pairing'
import { unitsIn } from '../pairing/pairSiblings'
import type { TreeBlock } from '../pairing/tree'
import { allBlocks } from '../richText/walk'
import { type Counterparts, type Forests, forestsOf, type Side } from './forests'

/** One block with what it is in each of the three texts. */
export type Node = Counterparts<TreeBlock>

/** The blocks of three texts, each with its counterparts. */
export type Graph = Forests<TreeBlock> & { pairings: Record<Side, Pairing> }

/** Finds the counterparts of the blocks of the base on both sides; for those that both put in, see `unifyInsertions`. */
export function graphOf(top: Graph['top']): Graph {
  const pairings = {
    ours: pairBlocks({ before: top.base, after: top.ours }),
    theirs: pairBlocks({ before: top.base, after: top.theirs }),
  }
  pairSameEdits({ known: pairings.ours, open: pairings.theirs, after: top.theirs })
  pairSameEdits({ known: pairings.theirs, open: pairings.ours, after: top.ours })
  const forests = forestsOf({
    top,
    counterpartOf: (block, side) => pairings[side].beforeOf.get(block),
    // The size that it had, so that the same move on both sides is the same choice.
    weightOf: ({ size }) => size + 1,
    unitsOf: unitsIn,
  })
  return { ...forests, pairings }
}

/**
 * A text that both sides made of the same one, which was recognised on one side only: where all round it was rewritten, or it
 * was too short, the other side seems to have deleted it and to have put in another one.
 */
function pairSameEdits({ known, open, after }: { known: Pairing; open: Pairing; after: TreeBlock[] }): void {
  const edited = [...known.afterOf].filter(([was, is]) => !open.afterOf.has(was) && was.own !== is.own)
  if (edited.length === 0) return
  const isFree = (block: TreeBlock): boolean =>
    block.size >= WORDS_ANCHOR && block.children.length === 0 && !open.beforeOf.has(block) && !open.split.has(block)
  const free = grouped(allBlocks(after).filter(isFree), (block) => `${block.whole}`)
  for (const [was, is] of edited) {
    const [same, another] = free.get(`${is.whole}`) ?? []
    if (!same || another || open.beforeOf.has(same) || open.joined.has(was)) continue
    // Of another cell or entry it is another text, which only reads the same.
    const isInSame = was.parent === null ? same.parent === null : open.afterOf.get(was.parent) === same.parent
    if (isInSame) pairUp({ was, is: same, pairing: open })
  }
}
