import { grouped } from '../grouped'
import { pairBlocks } from '../pairing/pairBlocks'
import { type Pairing, pairUp, WORDS_ANCHOR } from '../pairing/pairing'
import { unitsIn } from '../pairing/pairSiblings'
import type { TreeBlock } from '../pairing/tree'
import { allBlocks } from '../richText/walk'
import { type Counterparts, type Forests, forestsOf } from './forests'
import { type OnBoth, onBoth, otherThan, SIDES, type Side } from './sides'

/** One block in each of the three texts. */
export type Node = Counterparts<TreeBlock>
/** A node that both sides have. */
export type SharedNode = Node & OnBoth<TreeBlock>

/** The blocks of three texts, each with its counterparts. */
export type Graph = Forests<TreeBlock> & { pairings: OnBoth<Pairing> }

/** Finds the counterparts of the blocks of the base on both sides; `unifyInsertions` does so for inserted blocks. */
export function graphOf(top: Graph['top']): Graph {
  const pairings = onBoth((side) => pairBlocks({ before: top.base, after: top[side] }))
  for (const side of SIDES) pairSameEdits(pairings, side, top[otherThan(side)])
  const forests = forestsOf(top, {
    leads: ({ kind }) => kind === 'heading',
    counterpartOf: (block, side) => pairings[side].beforeOf.get(block),
    // The size in the base, so that the same move on both sides gives the same result.
    weightOf: ({ size }) => size + 1,
    unitsOf: unitsIn,
  })
  return { ...forests, pairings }
}

/**
 * Pairs a text that both sides edited in the same way, but that was paired on one side only: if everything around it was rewritten, or
 * it is short, the other side (with the blocks `after`) seems to have deleted it and inserted another one.
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
    // In another cell or entry it is another text with the same words.
    const isInSame = was.parent === null ? same.parent === null : open.afterOf.get(was.parent) === same.parent
    if (isInSame) pairUp({ was, is: same, pairing: open })
  }
}
