import type { Block, RichText, Run } from '../richText/richText'

/**
 * What came of a merge, as data. `ours` is the country's text, `theirs` the new common text, `base` the common text that
 * the country's was made from.
 */

/**
 * unchanged: there is nothing to take over (nobody changed it, or both in the same way) · ready: only theirs changed ·
 * yours-kept: only ours changed · please-check: both did, and it merged · decision-needed: both changed one place.
 */
export type MergeStatus = 'unchanged' | 'ready' | 'yours-kept' | 'please-check' | 'decision-needed'

export type ConflictKind =
  /** Both changed the same words. */
  | 'words'
  /** One side deleted what the other edited; the edited text is kept until somebody decides. */
  | 'deleted'
  /** Both put in nearly the same text, or both put something in place of what both deleted. */
  | 'inserted'
  /** Both changed the kind of a block or one attribute of it, the address of a link, or the columns of a table. */
  | 'value'
  /** Both moved a block, to different places. */
  | 'place'

/** A place that both sides changed, with what it is on each of them as plain text; '' where it is not there. */
export type Conflict = {
  /** Unique in one merge and the same for the same three texts; resolutions name it. */
  id: string
  kind: ConflictKind
  field: string
  /** The id of the block, '' where it has none. */
  block: string
  /** What the value is about, for `value`: `kind`, `link`, `columns` or an attribute's name. */
  about?: string
  base: string
  ours: string
  theirs: string
}

/** A place that merged cleanly and that a person should read all the same. */
export type Check = {
  /** words: edits of both sides in one block · inserted: both put something in at one place · deleted: both deleted, and not the same words. */
  kind: 'words' | 'inserted' | 'deleted'
  field: string
  block: string
  /** The text as it is now. */
  text: string
}

/** What to do at a conflict: one side, both one after the other (ours first), neither, or one's own words. */
export type Resolution = 'ours' | 'theirs' | 'both' | 'base' | { text: string }
export type Resolutions = Record<string, Resolution>

/** A block of the merged text in which conflicts still stand as such. */
export type MergedBlock = Omit<Block, 'runs' | 'children'> & {
  runs: (Run | DisputedRuns)[]
  children: MergedNode[]
  /** Attributes (and `kind`) that both sides changed to different values. */
  disputed?: DisputedValue[]
}
export type MergedNode = MergedBlock | DisputedBlocks

export type DisputedRuns = {
  type: 'conflict'
  id: string
  base: Run[]
  ours: Run[]
  theirs: Run[]
  /** The words are the same on all sides, and only their address is in dispute. */
  about?: 'link'
}
/** Whole blocks; a side that does not have them is empty. `kept` is what stands there until somebody decides. */
export type DisputedBlocks = {
  kind: 'conflict'
  id: string
  base: MergedNode[]
  ours: MergedNode[]
  theirs: MergedNode[]
  kept: 'ours' | 'theirs'
  /**
   * The two sides have a block at two places: it stands here for one side, and in another node of the same id for the other
   * one. It is there once, whatever is decided: `both` and own words are no answer to where. The id is that of a conflict
   * where both moved it; else it is what one side put into a block that the other one deleted, and nobody is asked.
   */
  isPlace?: true
  /** One side deleted what the other one kept: to keep it and not to is no answer, so that `both` is to keep it. */
  isDeletion?: true
}
export type DisputedValue = {
  id: string
  name: string
  base: Block['attrs'][string] | undefined
  ours: Block['attrs'][string] | undefined
  theirs: Block['attrs'][string] | undefined
}

export type RichTextMerge = {
  status: MergeStatus
  /** The merged text; at conflicts it holds ours, and the edited text where the other side deleted it. */
  value: RichText
  /** The same with the conflicts in it: what `resolveRichText` chooses from. */
  nodes: MergedNode[]
  conflicts: Conflict[]
  checks: Check[]
  /** Work ended before everything was compared: some texts were merged as a whole. */
  limited: boolean
}
