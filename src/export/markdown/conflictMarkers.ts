import type { DisputedRuns, MergedBlock, MergedNode } from '@/domain/merge/merged'
import type { Block, Run } from '@/domain/richText'
import { type BlockKind, isBlockKind } from '@/domain/richText/blockKinds'

export type Side = 'ours' | 'base' | 'theirs'

/** Before a line that stands at the beginning of the file's line whatever lists and quotes it is in. */
export const AT_MARGIN = '\0'

/** Lines of the three sides between git's markers; once only where all sides are the same. */
export function betweenMarkers(linesOf: (side: Side) => string[]): string[] {
  const [ours, base, theirs] = [linesOf('ours'), linesOf('base'), linesOf('theirs')]
  if (isSame(ours, base) && isSame(ours, theirs)) return ours
  const marker = (sign: string, name: string): string => `${AT_MARGIN}${sign.repeat(7)}${name}`
  return [
    marker('<', ' ours'),
    ...ours,
    marker('|', ' base'),
    ...base,
    marker('=', ''),
    ...theirs,
    marker('>', ' theirs'),
  ]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}

/** The block itself is in dispute: its words, its kind or an attribute. */
export function isDisputed({ runs, disputed = [] }: MergedBlock): boolean {
  return runs.some((run) => run.type === 'conflict') || disputed.length > 0
}

/** Something in the block is in dispute. */
export function hasConflict(node: MergedNode): boolean {
  return node.kind === 'conflict' || isDisputed(node) || node.children.some(hasConflict)
}

/** The blocks as one side has them. */
export function onSide(nodes: readonly MergedNode[], side: Side): Block[] {
  return nodes.flatMap((node) => (node.kind === 'conflict' ? onSide(node[side], side) : [blockOnSide(node, side)]))
}

/** The block alone as one side has it, with its children as they are. */
export function ownOnSide(node: MergedBlock, side: Side): MergedBlock {
  const { disputed = [], ...rest } = node
  const attrs = { ...node.attrs }
  let kind: BlockKind = node.kind
  for (const one of disputed) {
    const value = one[side]
    if (one.name === 'kind') kind = isBlockKind(value) ? value : kind
    else if (value === undefined) delete attrs[one.name]
    else attrs[one.name] = value
  }
  return { ...rest, kind, attrs, runs: runsOnSide(node.runs, side) }
}

function blockOnSide(node: MergedBlock, side: Side): Block {
  const own = ownOnSide(node, side)
  return { ...own, runs: runsOnSide(own.runs, side), children: onSide(node.children, side) }
}

export function runsOnSide(runs: readonly (Run | DisputedRuns)[], side: Side): Run[] {
  return runs.flatMap((run) => (run.type === 'conflict' ? run[side] : [run]))
}
