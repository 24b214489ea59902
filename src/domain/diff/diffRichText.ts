import { numbers } from '../alignment/numbers'
import type { Sides } from '../alignment/sides'
import { pairBlocks } from '../pairing/pairBlocks'
import { numbering, treeOf } from '../pairing/tree'
import { withoutSame } from '../pairing/withoutSame'
import type { RichText } from '../richText/richText'
import { MOST_STEPS_OF_FIELD } from '../words/hunks'
import { blockChanges, type Comparison } from './blockChanges'
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
export function diffRichText(texts: Sides<RichText>): RichTextDifference {
  return compared(texts).difference
}

/**
 * As `diffRichText`, but without the blocks that are the same if every block stands at its place under its id: they have
 * the same changes alone.
 */
export function diffChangedBlocks(texts: Sides<RichText>): RichTextDifference {
  const changed = withoutSame(texts)
  if (!changed) return diffRichText(texts)
  const { difference, isInPlace } = compared(changed)
  return isInPlace || changed.before.length === 0 ? difference : diffRichText(texts)
}

function compared(texts: Sides<RichText>): { difference: RichTextDifference; isInPlace: boolean } {
  const numberOf = numbering()
  const [before, after] = [treeOf(texts.before, numberOf), treeOf(texts.after, numberOf)]
  const comparison: Comparison = {
    pairing: pairBlocks({ before, after }),
    effort: { left: MOST_STEPS_OF_FIELD },
    moveOf: numbers(),
    top: { before, after },
    limited: false,
  }
  const { changes, moveSources } = blockChanges({ before, after, comparison })
  const changed = moveSources.length > 0 || changes.some((block) => block.status !== 'same' || block.moved)
  const status = statusOf({ changed, before: before.length > 0, after: after.length > 0 })
  const { limited, pairing } = comparison
  return { difference: { status, blocks: changes, limited, moveSources }, isInPlace: pairing.isInPlace }
}

/** The status of a value that is there, or is empty, on each side. */
export function statusOf({ changed, before, after }: Sides<boolean> & { changed: boolean }): BlockStatus {
  if (!changed) return 'same'
  if (!before) return 'added'
  return after ? 'changed' : 'removed'
}
