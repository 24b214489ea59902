import type { BlockKind } from '../richText/blockKinds'
import type { Attributes } from '../richText/richText'
import type { Format } from '../richText/runs'
import type { Piece } from '../words/pieces'

/**
 * What differs between two texts, as data. Nothing here knows how it is shown: the admin, the site, mails and exports
 * read the same values.
 */

/** One stretch of words. In `same`, the format may still differ: see `formatting`. */
export type Segment = Piece & {
  status: 'same' | 'added' | 'removed'
  /** The text stayed and its format did not: what that was before. */
  formatting?: Format
  /** The same for white space, whose format nobody sees: it is no change. */
  spaceWas?: Format
  /** What stayed and was spelled otherwise, in ways that do not count (another kind of space, composed letters). */
  was?: string
}

export type BlockStatus = 'same' | 'changed' | 'added' | 'removed'

/** One block of either side (or of both, where they were matched). */
export type BlockChange = {
  status: BlockStatus
  /** The id that both sides share, or that of the side that has it. */
  id: string
  /** Where the side before had another id for the same block. */
  idBefore?: string
  kind: BlockKind
  /** What it was before, where the kind changed (a paragraph that became a heading). */
  kindBefore?: BlockKind
  attrs: Attributes
  /**
   * What the attributes were, only those that changed. Where the kind stayed, an attribute that was not there has the
   * value that means the same ('', 1, false), or null where no value means that; where the kind changed, it is absent.
   */
  attrsBefore?: Record<string, Attributes[string] | null>
  /** The words of its title and of its description, where these changed. */
  named?: { title?: Segment[]; alt?: Segment[] }
  /** Stands in another place than before, relative to the blocks that stayed. */
  moved?: boolean
  /** The number of its move, where it stands elsewhere than before; the `moveSources` of its old place have the same number. Unique in one field. */
  move?: number
  /** The words from here on stood in the block before this one: that was split in two. */
  split?: true
  /** A removed block that stood inside the block before it, which can hold no blocks any more. */
  inside?: true
  /** Only a frame was removed (a list, an entry): all that it held stands elsewhere now, and is shown there. */
  frameOnly?: true
  /** For tables: the columns, by their place before (removed) and after (added). Their cells say so too. */
  columns?: { removed: number[]; added: number[] }
  /** Too large and too different to compare everywhere: more is reported as replaced than was. */
  limited?: true
  /** The words of this block. */
  segments: Segment[]
  children: BlockChange[]
  /** What stood among the children and now stands elsewhere. */
  moveSources?: MoveSource[]
}

/** The place that a moved block left, so that a reader of the old place learns what became of it. */
export type MoveSource = {
  /** Stood in front of the change with this index; equal to their number where it stood last. */
  at: number
  /** The number of the move, which the block carries where it stands now. */
  move: number
  /** The block holds its place in the order of reading: only what it stands in changed. Not to be shown. */
  inPlace?: true
  id: string
  kind: BlockKind
  /** How its text begins. */
  opening: string
}

export type FieldChange =
  | { field: string; kind: 'text'; status: BlockStatus; segments: Segment[]; limited?: true }
  | {
      field: string
      kind: 'richText'
      status: BlockStatus
      blocks: BlockChange[]
      /** So it is in some of the blocks, which say so. */
      limited?: true
      moveSources?: MoveSource[]
    }
  | { field: string; kind: 'set'; status: BlockStatus; added: string[]; removed: string[]; kept: string[] }

export type SectionChange = {
  key: string
  status: BlockStatus
  /** Stands in another place than before. */
  moved?: boolean
  fields: FieldChange[]
  counts: ChangeCounts
}

export type ChangeCounts = {
  /** Places in which something changed: one for each changed text, block or set (see `places.ts`). */
  changes: number
  wordsAdded: number
  wordsRemoved: number
  blocksAdded: number
  blocksRemoved: number
  blocksMoved: number
  /** Blocks whose words stayed and whose formatting, kind or attributes changed. */
  reformatted: number
}

export type ToolkitChange = {
  /** In the order of the side after; removed ones where they stood. */
  sections: SectionChange[]
  /** The keys of the sections of the side before, in their order there. */
  orderBefore: string[]
  counts: ChangeCounts & {
    sectionsAdded: number
    sectionsRemoved: number
    sectionsChanged: number
    sectionsMoved: number
  }
}
