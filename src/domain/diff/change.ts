import type { BlockKind } from '../richText/blockKinds'
import type { Attributes } from '../richText/richText'
import type { Format } from '../richText/runs'
import type { Piece } from '../words/pieces'

/**
 * What differs between two texts, as data. It is independent of how it is shown: the admin, the site and files read the same values.
 */

/** A stretch of words. In `same`, the format can still differ: see `formatting`. */
export type Segment = Piece & {
  status: 'same' | 'added' | 'removed'
  /** The former format, if the text stayed and its format changed. */
  formatting?: Format
  /** The former format of white space. Nobody sees it, so it is no change. */
  spaceWas?: Format
  /** The former spelling, where it differs in ways that do not count (another kind of space, composed letters). */
  was?: string
}

export type BlockStatus = 'same' | 'changed' | 'added' | 'removed'

/** One block of one side, or a pair of both. */
export type BlockChange = {
  status: BlockStatus
  /** The id of `after`, or of `before` where the block is gone. */
  id: string
  /** The id of `before`, if it was another one. */
  idBefore?: string
  kind: BlockKind
  /** The former kind, if it changed (a paragraph that became a heading). */
  kindBefore?: BlockKind
  attrs: Attributes
  /**
   * The former values of the attributes that changed. If the kind stayed, an attribute that was not set has the value that means the
   * same ('', 1, false), or null if no value does. If the kind changed, it is absent.
   */
  attrsBefore?: Record<string, Attributes[string] | null>
  /** The words of its title and its description, if these changed. */
  named?: { title?: Segment[]; alt?: Segment[] }
  /** It is in another place than before, relative to the blocks that did not move. */
  moved?: boolean
  /** The number of the move, unique in one field; the entry in `moveSources` at the former place has the same number. */
  move?: number
  /** It was split off the block before it. */
  split?: true
  /** A removed block that was inside the block before it, which can no longer hold blocks. */
  inside?: true
  /** Only a frame was removed (a list, an entry): its content is somewhere else now, and is shown there. */
  frameOnly?: true
  /** For tables: the columns, by their index before (removed) and after (added). Their cells are marked, too. */
  columns?: { removed: number[]; added: number[] }
  /** Too large and too different for a full comparison: more is reported as replaced than was. */
  limited?: true
  segments: Segment[]
  children: BlockChange[]
  /** What was among the children and is somewhere else now. */
  moveSources?: MoveSource[]
}

/** The former place of a moved block. */
export type MoveSource = {
  /** It was before the change with this index; the number of changes if it was last. */
  at: number
  /** The number of the move, which the block itself has too. */
  move: number
  /** The reading order did not change, only the frame around the block. Not to be shown. */
  inPlace?: true
  id: string
  kind: BlockKind
  /** The first words of its text. */
  opening: string
}

export type FieldChange =
  | { field: string; kind: 'text'; status: BlockStatus; segments: Segment[]; limited?: true }
  | {
      field: string
      kind: 'richText'
      status: BlockStatus
      blocks: BlockChange[]
      /** Some of the blocks are limited, and say so. */
      limited?: true
      moveSources?: MoveSource[]
    }
  | { field: string; kind: 'set'; status: BlockStatus; added: string[]; removed: string[]; kept: string[] }

export type SectionChange = {
  key: string
  status: BlockStatus
  moved?: boolean
  fields: FieldChange[]
  counts: ChangeCounts
}

export type ChangeCounts = {
  /** The number of places that changed: one for each changed text, block or set (see `places.ts`). */
  changes: number
  wordsAdded: number
  wordsRemoved: number
  blocksAdded: number
  blocksRemoved: number
  blocksMoved: number
  /** Blocks whose words did not change, but whose format, kind or attributes did. */
  reformatted: number
}

export type ToolkitChange = {
  /** In the order of `after`; removed sections are where they were. */
  sections: SectionChange[]
  /** The keys of all sections of `before`, in their order. */
  orderBefore: string[]
  counts: ChangeCounts & {
    sectionsAdded: number
    sectionsRemoved: number
    sectionsChanged: number
    sectionsMoved: number
  }
}
