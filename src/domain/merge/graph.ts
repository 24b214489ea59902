import { grouped } from '../grouped'
import { pairBlocks } from '../pairing/pairBlocks'
import { type Pairing, pairUp, WORDS_ANCHOR } from '../pairing/pairing'
import { unitsIn } from '../pairing/pairSiblings'
import type { TreeBlock } from '../pairing/tree'
import { allBlocks } from '../richText/walk'
import { type Counterparts, type Forests, forestsOf } from './forests'
import { type OnBoth, onBoth, otherThan, SIDES, type Side } from './sides'

/** One block with what it is in each of the three texts. */
export type Node = Counterparts<TreeBlock>
/** One that both sides have. */
export type SharedNode = Node & OnBoth<TreeBlock>

/** The blocks of three texts, each with its counterparts. */
export type Graph = Forests<TreeBlock> & { pairings: OnBoth<Pairing> }

/** Finds the counterparts of the blocks of the base on both sides; for those that both inserted, see `unifyInsertions`. */
export function graphOf(top: Graph['top']): Graph {
  const pairings = onBoth((side) => pairBlocks({ before: top.base, after: top[side] }))
  for (const side of SIDES) pairSameEdits(pairings, side, top[otherThan(side)])
  const forests = forestsOf(top, {
    counterpartOf: (block, side) => pairings[side].beforeOf.get(block),
    // The size that it had, so that the same move on both sides is the same choice.
    weightOf: ({ size }) => size + 1,
    unitsOf: unitsIn,
  })
  return { ...forests, pairings }
}

/**
 * A text that both sides made of the same one, which was recognised on one side only: where all round it was rewritten, or it
 * was too short, the other side, whose blocks are `after`, seems to have deleted it and to have inserted another one.
 */
function pairSameEdits(pairings: Graph['pairings'], side: Side, after: TreeBlock[]): void {
  const [known, open] = [pairings[side], pairings[otherThan(side)]]
  const edited = [...known.afterOf].filter(([was, is]) => !open.afterOf.has(was) && was.own !== is.own)
  if (edited.length === 0) return
  const isFree = (block: TreeBlock): boolean =>
    block.size >= WORDS_ANCHOR && block.children.length === 0 && !open.beforeOf.has(block) && !open.split.has(block)
  const free = grouped(allBlocks(after).filter(isFree), ({ whole }) => whole)
  for (const [was, is] of edited) {
    const [same, another] = free.get(is.whole) ?? []
    if (!same || another || open.beforeOf.has(same) || open.joined.has(was)) continue
    // Of another cell or entry it is another text, which only reads the same.
    const isInSame = was.parent === null ? same.parent === null : open.afterOf.get(was.parent) === same.parent
    if (isInSame) pairUp({ was, is: same, pairing: open })
  }
}
