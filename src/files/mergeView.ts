import { diffRichText, type MoveSource } from '@/domain/diff/diff'
import type { Conflict, RichTextMerge } from '@/domain/merge/merge'
import type { RichText } from '@/domain/richText/richText'
import { type Numbering, numberingOf } from '@/textView/numbering'
import type { ShownBlock } from '@/textView/shownBlock'
import { type MergedPart, mergedParts } from './mergedParts'

/** A merged text as a page shows it: compared and numbered before anything is rendered. */
export type MergeView = {
  parts: ViewedPart[]
  /** Where each conflict is described. */
  places: { conflict: Conflict; anchor: string }[]
  numbering: Numbering
}

export type ViewedPart = { anchor: string } & (
  | Exclude<MergedPart, { is: 'conflict' }>
  | { is: 'conflict'; conflicts: Conflict[]; base: ViewedSide; ours: ViewedSide; theirs: ViewedSide }
)

/** One of the three texts; in those of the two sides, the side's changes are marked. */
export type ViewedSide = { blocks: readonly ShownBlock[]; moveSources: readonly MoveSource[] }

/** The highest heading is below that of the page and that of the text. */
export const TOP_LEVEL = 3

/** The parts of a merged text, with ids that begin with `start`. */
export function mergeView({ nodes, conflicts, checks }: RichTextMerge, start: string): MergeView {
  const parts = mergedParts({ nodes, conflicts, checks }).map((part, index): ViewedPart => {
    const anchor = `${start}${index + 1}`
    if (part.is !== 'conflict') return { ...part, anchor }
    const { base, ours, theirs } = part
    return { ...part, anchor, base: asItIs(base), ours: against(base, ours), theirs: against(base, theirs) }
  })
  // A conflict can be in two places: it is described at the first.
  const places = conflicts.flatMap((conflict) => {
    const at = parts.find((part) => part.is === 'conflict' && part.conflicts.includes(conflict))
    return at ? [{ conflict, anchor: at.anchor }] : []
  })
  return { parts, places, numbering: numberingOf({ blocks: parts.flatMap(blocksOf), topLevel: TOP_LEVEL }) }
}

function asItIs(blocks: RichText): ViewedSide {
  return { blocks, moveSources: [] }
}

/** If there is nothing to compare with, the text is shown as it is. */
function against(base: RichText, blocks: RichText): ViewedSide {
  return base.length === 0 || blocks.length === 0 ? asItIs(blocks) : diffRichText({ before: base, after: blocks })
}

function blocksOf(part: ViewedPart): readonly ShownBlock[] {
  return part.is === 'conflict' ? [part.ours, part.base, part.theirs].flatMap(({ blocks }) => blocks) : part.blocks
}
