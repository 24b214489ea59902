import type { Block, RichText, Run } from '../richText/richText'
import type { OnAll, Side } from './sides'

/**
 * The result of a merge, as data. `ours` is the country's text, `theirs` the new common text, `base` the common text that the country's
 * text was made from.
 */

/**
 * unchanged: nothing to take over (nobody changed it, or both in the same way) · ready: only theirs changed · yours-kept: only ours
 * changed · please-check: both changed, and it merged · decision-needed: both changed one place.
 */
export type MergeStatus = 'unchanged' | 'ready' | 'yours-kept' | 'please-check' | 'decision-needed'

export type ConflictKind =
  /** Both changed the same words. */
  | 'words'
  /** One side deleted what the other one edited; the edited text stays until somebody decides. */
  | 'deleted'
  /** Both inserted nearly the same text, or both replaced a text that both deleted. */
  | 'inserted'
  /**
   * Both changed the kind or one attribute of a block, the address of a link, the columns of a table, or details of one statement:
   * a contact, a step, a picture, a row.
   */
  | 'value'
  /** Both moved a block, to different places. */
  | 'place'

/** A place that both sides changed, with the plain text of each; '' if a side does not have it. */
export type Conflict = {
  /** Unique in one merge, and the same for the same three texts; resolutions refer to it. */
  id: string
  kind: ConflictKind
  field: string
  /** The id of the block, or ''. */
  block: string
  /** For `value`: `kind`, `link`, `columns`, `details` or the name of an attribute. */
  about?: string
} & OnAll<string>

/** A place that merged cleanly and that a person should still read. */
export type Check = {
  /** words: both edited one block · inserted: both inserted at one place · deleted: both deleted, but not the same words. */
  kind: 'words' | 'inserted' | 'deleted'
  field: string
  block: string
  /** The merged text. */
  text: string
}

/** The answer to a conflict: one side, both (ours first), the base, or own words. */
export type Resolution = 'ours' | 'theirs' | 'both' | 'base' | { text: string }
export type Resolutions = Record<string, Resolution>

/** A block of the merged text, with its conflicts. */
export type MergedBlock = Omit<Block, 'runs' | 'children'> & {
  runs: (Run | DisputedRuns)[]
  children: MergedNode[]
  /** Attributes, and `kind`, that both sides changed to different values. */
  disputed?: DisputedValue[]
}
export type MergedNode = MergedBlock | DisputedBlocks

export type DisputedRuns = {
  type: 'conflict'
  id: string
  /** The words are equal, and only their address is in dispute. */
  about?: 'link'
} & OnAll<Run[]>
/** Whole blocks in dispute; empty for a side that does not have them. `kept` is what the merged text has until somebody decides. */
export type DisputedBlocks = {
  kind: 'conflict'
  id: string
  kept: Side
  /**
   * The sides have a block at two places: this node is at the place of one side, and another node of the same id at that of the other.
   * The block is there once, whatever is decided; `both` and own words are no answers. If both moved it, the id is that of a conflict.
   * Otherwise one side put it into a block that the other one deleted, and nobody has to decide.
   */
  isPlace?: true
  /** One side deleted what the other one kept: then `both` keeps it. */
  isDeletion?: true
} & OnAll<MergedNode[]>
export type DisputedValue = { id: string; name: string } & OnAll<Block['attrs'][string] | undefined>

export type RichTextMerge = {
  status: MergeStatus
  /** The merged text. A conflict holds ours; if one side deleted, it holds the text that the other one edited. */
  value: RichText
  /** The same text with its conflicts, for `resolveRichText`. */
  nodes: MergedNode[]
  conflicts: Conflict[]
  checks: Check[]
  /** The limit of work was reached: some texts were merged as a whole. */
  limited: boolean
}
