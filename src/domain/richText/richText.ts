import type { BlockKind } from './blockKinds'

/**
 * The small rich-text model that diff, merge, import and reading work on. One tree of blocks; every block has an id
 * that stays with it, a kind, plain attributes, and either text (`runs`) or further blocks (`children`).
 * `src/lexical` translates it to the stored form and back.
 */
export type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'code' | 'sub' | 'sup'

/** Marks in one fixed order, so that two equal sets are equal lists. */
export const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'strike', 'code', 'sub', 'sup']

export type TextRun = { type: 'text'; text: string; marks: Mark[]; link?: string }
export type LineBreak = { type: 'break' }
/** A note that belongs to a place in the text; its number is derived from the order of the notes. */
export type Footnote = { type: 'footnote'; text: string }
export type Run = TextRun | LineBreak | Footnote

export type Attributes = Record<string, string | number | boolean>

export type Block = {
  /** Stable over edits, unique in its field; '' before the server has assigned one. */
  id: string
  kind: BlockKind
  attrs: Attributes
  runs: Run[]
  children: Block[]
}

/** A field of rich text: its blocks in order. No block at all is the empty text. */
export type RichText = Block[]

/** A block with everything that is not given left empty. */
export function block(kind: BlockKind, given: Partial<Omit<Block, 'kind'>> = {}): Block {
  return { id: given.id ?? '', kind, attrs: given.attrs ?? {}, runs: given.runs ?? [], children: given.children ?? [] }
}

/** A run of text; marks are put into the fixed order. */
export function text(value: string, marks: Mark[] = [], link?: string): TextRun {
  const ordered = MARKS.filter((mark) => marks.includes(mark))
  return link === undefined
    ? { type: 'text', text: value, marks: ordered }
    : { type: 'text', text: value, marks: ordered, link }
}
