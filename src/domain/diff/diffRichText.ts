import { pairBlocks } from '../pairing/pairBlocks'
import { numbering, treeOf } from '../pairing/tree'
import type { RichText } from '../richText/richText'
import { MOST_STEPS_OF_FIELD } from '../words/hunks'
import { blockChanges } from './blockChanges'
import type { BlockChange, BlockStatus, MoveSource } from './change'

export type RichTextDifference = {
  status: BlockStatus
  blocks: BlockChange[]
  /** The limit of work was reached: what was not compared is reported as replaced. */
  limited: boolean
  moveSources: MoveSource[]
}

/**
 * What changed between two rich texts: which blocks were added, removed, moved or edited, or got another kind or other attributes,
 * and the words of each. The work is bounded, and equal input gives an equal result.
 */
export function diffRichText({ before, after }: { before: RichText; after: RichText }): RichTextDifference {
  const numberOf = numbering()
  const trees = { before: treeOf(before, numberOf), after: treeOf(after, numberOf) }
  let limited = false
  const comparison = {
    pairing: pairBlocks(trees),
    effort: { left: MOST_STEPS_OF_FIELD },
    moves: new Map(),
    top: trees,
    onLimit: () => {
      limited = true
    },
  }
  const { changes, moveSources } = blockChanges({ ...trees, comparison })
  const changed = moveSources.length > 0 || changes.some((block) => block.status !== 'same' || block.moved)
  return {
    status: statusOf({ changed, hadText: trees.before.length > 0, hasText: trees.after.length > 0 }),
    blocks: changes,
    limited,
    moveSources,
  }
}

/** The status of a value that can be empty on each side. */
export function statusOf({
  changed,
  hadText,
  hasText,
}: {
  changed: boolean
  hadText: boolean
  hasText: boolean
}): BlockStatus {
  if (!changed) return 'same'
  if (!hadText) return 'added'
  return hasText ? 'changed' : 'removed'
}
