import { keptInOrder } from '../alignment/increasingSubsequence'
import type { BlockChange, MoveSource } from './change'
import { type Level, moveSourcesAt } from './sides'

/** The depth of an item before and after, in nested lists, and its former place. */
export type Indent = { before: number; after: number; source: MoveSource }

type Stood = { block: BlockChange; depth: number; source?: MoveSource }

/**
 * The list items whose depth changed while the reading order did not: they were indented, not moved. For one field, because moves are
 * numbered by field.
 */
export function indentsIn({ blocks, moveSources }: Level): Map<BlockChange, Indent> {
  const depths = new Map(stand(blocks, 0).map(({ block, depth }) => [block, depth]))
  const moved = new Map([...depths.keys()].flatMap((block) => (block.move === undefined ? [] : [[block.move, block]])))
  if (![...moved.values()].some((block) => block.kind === 'item')) return new Map()

  const stood = stoodIn({ blocks, moveSources }, 0, moved)
  const places = new Map(stood.map(({ block }, place) => [block, place]))
  const indents = new Map<BlockChange, Indent>()
  for (const { item: block, place } of keptInOrder([...depths.keys()], (one) => places.get(one), weightOf)) {
    const was = stood[place]
    if (!was?.source || block.kind !== 'item' || was.source.kind !== 'item') continue
    const after = depths.get(block) ?? 0
    if (after !== was.depth) indents.set(block, { before: was.depth, after, source: was.source })
  }
  return indents
}

/** The blocks of `after`, in order. */
function stand(blocks: BlockChange[], depth: number): Stood[] {
  return blocks.flatMap((block) => {
    if (block.status === 'removed') return []
    return [{ block, depth }, ...stand(block.children, depth + (block.kind === 'list' ? 1 : 0))]
  })
}

/** The blocks of `before` that are still there, in order. */
function stoodIn({ blocks, moveSources = [] }: Level, depth: number, moved: Map<number, BlockChange>): Stood[] {
  const within = (block: BlockChange): Stood[] => {
    const isList = block.status !== 'added' && (block.kindBefore ?? block.kind) === 'list'
    const inner = { blocks: block.children, moveSources: block.moveSources }
    return stoodIn(inner, depth + (isList ? 1 : 0), moved)
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

function weightOf({ segments }: BlockChange): number {
  return segments.reduce((length, segment) => length + segment.text.length, 1)
}
