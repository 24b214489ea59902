import { type BlockChange, changedItself, type MoveSource } from '@/domain/diff/diff'
import type { ViewOptions } from './options'
import { changeOf, type ShownBlock } from './shownBlock'

/** Whether anything that is shown of this block differs from before. */
export function isTouched(block: ShownBlock, options: ViewOptions): boolean {
  const change = changeOf(block)
  if (!change || isHidden(change, options)) return false
  if (changedItself(change) || options.placeOf?.(change)) return true
  return isLeft(change, options) || change.children.some((child) => isTouched(child, options))
}

/** Whether nothing is shown of it: a removed frame whose content is completely elsewhere now. */
export function isHidden(block: ShownBlock, options: ViewOptions): boolean {
  const change = changeOf(block)
  if (!change) return false
  if (change.frameOnly) return true
  if (change.status !== 'removed' || change.kind !== 'list' || !change.moveSources) return false
  return !isLeft(change, options) && change.children.every((child) => isHidden(child, options))
}

/** Which children of a block are not shown. If only changes are shown, a block without changes is shown whole. */
export function leftOutOf(block: ShownBlock, options: ViewOptions): (child: ShownBlock) => boolean {
  const change = changeOf(block)
  const isWhole = change?.status === 'added' || change?.status === 'removed'
  const isTold = isLeft(block, options) || block.children.some((child) => isTouched(child, options))
  const leavesOut = options.only === 'changes' && !isWhole && isTold
  return (child) => isHidden(child, options) || (leavesOut && !isTouched(child, options))
}

/** The blocks that readers are told were in this one, before the child with this index. */
export function leftAt({ block, at, options }: { block: ShownBlock; at: number; options: ViewOptions }): MoveSource[] {
  return toldOf(moveSourcesOf(block), options).filter((source) => source.at === at)
}

/** Whether a block has left this one for another place. */
export function isLeft(block: ShownBlock, options: ViewOptions): boolean {
  return toldOf(moveSourcesOf(block), options).length > 0
}

export function moveSourcesOf(block: ShownBlock): MoveSource[] {
  return changeOf(block)?.moveSources ?? []
}

/** The move sources that readers are told about. */
export function toldOf(moveSources: readonly MoveSource[], options: ViewOptions): MoveSource[] {
  return moveSources.filter((source) => !source.inPlace && !options.isInPlace?.(source))
}

/** Is the block in the text as readers have it, with no changes, additions or removals in it? */
export function isAsRead(block: ShownBlock, options: ViewOptions): boolean {
  const change: BlockChange | undefined = changeOf(block)
  return !change || (change.status === 'same' && !isTouched(change, options))
}
