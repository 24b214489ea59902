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

/**
 * kind → what it holds
 * - paragraph, heading (attrs.level 2-6), quote: runs
 * - list (attrs.style: bullet | number, attrs.start): children are items; item: runs, and children (nested lists)
 * - table: rows; row: cells; cell (attrs.header, colSpan, rowSpan): children are blocks
 * - image (attrs.media = id of the file, attrs.alt = what it shows, or attrs.decorative): runs are the caption
 * - rule: nothing
 * - checklist, indicators, steps (attrs.title): children are entries; entry (indicators: attrs.weight): children are fields
 * - callout (attrs.tone, attrs.title): children are blocks
 * - legal, contact: children are fields
 * - field (attrs.name): runs, plain text: one named text of a structured block
 */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'image'
  | 'rule'
  | 'checklist'
  | 'indicators'
  | 'steps'
  | 'entry'
  | 'callout'
  | 'legal'
  | 'contact'
  | 'field'

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

export type Weight = 'strong' | 'weak' | 'combination'
export const WEIGHTS: readonly Weight[] = ['strong', 'weak', 'combination']

export type Tone = 'important' | 'practice' | 'warning' | 'national'
export const TONES: readonly Tone[] = ['important', 'practice', 'warning', 'national']

/** The named texts of each structured kind, in the order in which they are shown. */
export const FIELDS_OF = {
  checklist: ['text', 'note'],
  indicators: ['indicator', 'note'],
  steps: ['what', 'who', 'deadline'],
  legal: ['instrument', 'article', 'url', 'note'],
  contact: ['name', 'service', 'phone', 'email', 'url', 'hours', 'languages', 'note'],
} as const

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

/** What a reader would read aloud of these runs; a footnote counts as its text in brackets. */
export function plainTextOf(runs: Run[]): string {
  return runs.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : ` [${run.text}]`)).join('')
}

/** All text of the blocks, one line a block, depth first. */
export function textOf(blocks: RichText): string {
  const lines: string[] = []
  const visit = (one: Block): void => {
    const line = plainTextOf(one.runs)
    if (line !== '') lines.push(line)
    one.children.forEach(visit)
  }
  blocks.forEach(visit)
  return lines.join('\n')
}
