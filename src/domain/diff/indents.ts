import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import type { BlockChange, MoveSource } from './change'
import { moveSourcesAt } from './moveSources'

/** In how many lists an item stood and stands, one inside the other; and the place that it left by that. */
export type Indent = { before: number; after: number; source: MoveSource }

type Stood = { block: BlockChange; depth: number; source?: MoveSource }

/**
 * The items of lists that hold their place in the order of reading and stand deeper or less deep than before: indented, not
 * moved. For one field, whose moves have numbers of their own.
 */
export function indentsIn({ blocks, moveSources = [] }: Siblings): Map<BlockChange, Indent> {
  const depths = new Map<BlockChange, number>()
  for (const { block, depth } of stand(blocks, 0)) depths.set(block, depth)
  const moved = new Map([...depths.keys()].flatMap((block) => (block.move === undefined ? [] : [[block.move, block]])))
  if (![...moved.values()].some((block) => block.kind === 'item')) return new Map()

  const stood = stoodIn({ siblings: { blocks, moveSources }, depth: 0, moved })
  const places = new Map(stood.map(({ block }, place) => [block, place]))
  const stayed = [...depths.keys()].flatMap((block) => {
    const place = places.get(block)
    return place === undefined ? [] : [{ block, place, weight: lengthOf(block) + 1 }]
  })
  const indents = new Map<BlockChange, Indent>()
  for (const { block, place } of heaviestIncreasingSubsequence(stayed)) {
    const was = stood[place]
    if (!was?.source || block.kind !== 'item' || was.source.kind !== 'item') continue
    const after = depths.get(block) ?? 0
    if (after !== was.depth) indents.set(block, { before: was.depth, after, source: was.source })
  }
  return indents
}

type Siblings = { blocks: BlockChange[]; moveSources?: MoveSource[] }

/** The blocks of the side after, in its order. */
function stand(blocks: BlockChange[], depth: number): Stood[] {
  return blocks.flatMap((block) => {
    if (block.status === 'removed') return []
    return [{ block, depth }, ...stand(block.children, depth + (block.kind === 'list' ? 1 : 0))]
  })
}

type Given = { siblings: Siblings; depth: number; moved: Map<number, BlockChange> }

/** The blocks of the side before that are there after too, in the order that they had. */
function stoodIn({ siblings: { blocks, moveSources = [] }, depth, moved }: Given): Stood[] {
  const within = (block: BlockChange): Stood[] => {
    const isList = block.status !== 'added' && (block.kindBefore ?? block.kind) === 'list'
    const siblings = { blocks: block.children, moveSources: block.moveSources }
    return stoodIn({ siblings, depth: depth + (isList ? 1 : 0), moved })
  }
  const leftAt = moveSourcesAt(moveSources)
  const left = (at: number): Stood[] =>
    leftAt(at).flatMap((source) => {
      const block = moved.get(source.move)
      return block ? [{ block, depth, source }, ...within(block)] : []
    })
  return [
    ...blocks.flatMap((block, at) => {
      if (block.move !== undefined) return left(at)
      const here = block.status === 'added' || block.status === 'removed' ? [] : [{ block, depth }]
      return [...left(at), ...here, ...within(block)]
    }),
    ...left(blocks.length),
  ]
}

function lengthOf({ segments }: BlockChange): number {
  return segments.reduce((length, segment) => length + segment.text.length, 0)
}
