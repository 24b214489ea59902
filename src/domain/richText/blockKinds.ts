import { isVisible } from './visible'

/**
 * The kinds of blocks, one row each: what a kind holds, which of its texts have names, which attributes it has, and when it is
 * empty. The engine, the reader, import, export and the editor ask this table. A new kind is one row here, and its views, which the
 * compiler asks for.
 */

type Row = {
  /**
   * How the block is built.
   * - `text`: a text of its own · `list`: items, numbered or not · `table`: rows of cells · `picture`: a file with a caption ·
   *   `rule`: a line across the page
   * - `entries`: a list of entries of which each has the named texts `fields`
   * - `record`: one set of the named texts `fields`
   * - `box`: a frame around paragraphs and lists
   * - `part`: stands within another block only
   */
  form: 'text' | 'list' | 'table' | 'picture' | 'rule' | 'entries' | 'record' | 'box' | 'part'
  /** What its own runs are: text with formatting, plain text, or none. */
  runs: 'formatted' | 'plain' | 'none'
  /** The kinds that may stand in it; `flow` is every kind that is no part of another one. */
  holds: 'flow' | readonly string[]
  attributes: readonly AttributeName[]
  /** The names of its texts, in the order in which they are shown. */
  fields?: readonly string[]
  /** The attributes of each of its entries. */
  entryAttributes?: readonly AttributeName[]
  /** What one of its entries is called. */
  entryName?: string
  /** Do its entries follow one another, so that each has a number? */
  isNumbered?: true
  /**
   * When a block says nothing: without words, without blocks in it, or never. A row and a cell have their place in a table, a rule and
   * a picture are seen, and a heading, an item or a step without words is one that somebody is about to fill in.
   */
  emptyWithout: 'words' | 'blocks' | 'never'
}

type Value = string | number | boolean

type Attribute = {
  /** The value that means the same as no attribute; null where every value says something. */
  neutral: Value | null
  /** The value that is stored; undefined where none is. */
  stored: (given: unknown) => Value | undefined
}

export type Weight = 'strong' | 'weak' | 'combination'
export const WEIGHTS: readonly Weight[] = ['strong', 'weak', 'combination']

export type Tone = 'important' | 'practice' | 'warning' | 'national'
export const TONES: readonly Tone[] = ['important', 'practice', 'warning', 'national']

const isTrue = (given: unknown) => (given === true ? true : undefined)
const moreThanOne = (given: unknown) => (typeof given === 'number' && given !== 1 ? given : undefined)
const words = (given: unknown) => (typeof given === 'string' && isVisible(given) ? given : undefined)
const oneOf = (values: readonly string[]) => (given: unknown) => values.find((value) => value === given)

/** The attributes that are stored; one name means the same in every kind. */
const ATTRIBUTES = {
  level: {
    neutral: 0,
    stored: (given) => (typeof given === 'number' && given > 2 ? Math.min(6, Math.floor(given)) : 2),
  },
  style: { neutral: '', stored: (given) => (given === 'number' ? 'number' : 'bullet') },
  /** The number of the first item. */
  start: {
    neutral: 1,
    stored: (given) =>
      typeof given === 'number' && Number.isSafeInteger(given) && given >= 0 && given !== 1 ? given : undefined,
  },
  header: { neutral: false, stored: isTrue },
  colSpan: { neutral: 1, stored: moreThanOne },
  rowSpan: { neutral: 1, stored: moreThanOne },
  /** The id of a file, of which 0 is one. */
  media: {
    neutral: null,
    stored: (given) =>
      (typeof given === 'number' && Number.isFinite(given)) || (typeof given === 'string' && given !== '')
        ? given
        : undefined,
  },
  /** What a picture shows. */
  alt: { neutral: '', stored: words },
  /** The picture shows nothing that a reader must know of. */
  decorative: { neutral: false, stored: isTrue },
  title: { neutral: '', stored: words },
  tone: { neutral: '', stored: (given) => oneOf(TONES)(given) ?? 'important' },
  weight: { neutral: '', stored: oneOf(WEIGHTS) },
  /** Which of the texts of its parent a field is. */
  name: { neutral: '', stored: (given) => (typeof given === 'string' ? given : undefined) },
  // Of texts in files, which are compared and merged as they are written. A box that is not ticked is a box.
  checked: { neutral: null, stored: () => undefined },
  info: { neutral: null, stored: () => undefined },
  align: { neutral: '', stored: () => undefined },
  source: { neutral: false, stored: () => undefined },
  joined: { neutral: false, stored: () => undefined },
} as const satisfies Record<string, Attribute>

export type AttributeName = keyof typeof ATTRIBUTES

const NO_PARTS = { holds: [], attributes: [] } as const
const TEXT = { ...NO_PARTS, form: 'text', runs: 'formatted', emptyWithout: 'never' } as const
const ENTRIES = {
  form: 'entries',
  runs: 'none',
  holds: ['entry'],
  attributes: ['title'],
  emptyWithout: 'blocks',
} as const
const RECORD = { form: 'record', runs: 'none', holds: ['field'], attributes: [], emptyWithout: 'never' } as const
const PART = { ...NO_PARTS, form: 'part', runs: 'none', emptyWithout: 'never' } as const

export const BLOCK_KINDS = {
  paragraph: { ...TEXT, emptyWithout: 'words' },
  heading: { ...TEXT, attributes: ['level'] },
  quote: TEXT,
  list: { form: 'list', runs: 'none', holds: ['item'], attributes: ['style', 'start'], emptyWithout: 'blocks' },
  item: { ...PART, runs: 'formatted', holds: ['list'] },
  table: { ...NO_PARTS, form: 'table', runs: 'none', holds: ['row'], emptyWithout: 'blocks' },
  row: { ...PART, holds: ['cell'] },
  cell: { ...PART, holds: 'flow', attributes: ['header', 'colSpan', 'rowSpan'] },
  image: {
    form: 'picture',
    runs: 'plain',
    holds: [],
    attributes: ['media', 'alt', 'decorative'],
    emptyWithout: 'never',
  },
  rule: { ...NO_PARTS, form: 'rule', runs: 'none', emptyWithout: 'never' },
  checklist: { ...ENTRIES, fields: ['text', 'note'], entryName: 'point' },
  indicators: { ...ENTRIES, fields: ['indicator', 'note'], entryName: 'sign', entryAttributes: ['weight'] },
  steps: { ...ENTRIES, fields: ['what', 'who', 'deadline'], entryName: 'step', isNumbered: true },
  entry: { ...PART, holds: ['field'], attributes: ['weight'] },
  callout: {
    form: 'box',
    runs: 'none',
    holds: ['paragraph', 'list'],
    attributes: ['tone', 'title'],
    emptyWithout: 'blocks',
  },
  legal: { ...RECORD, fields: ['instrument', 'article', 'url', 'note'] },
  contact: { ...RECORD, fields: ['name', 'service', 'phone', 'email', 'url', 'hours', 'languages', 'note'] },
  field: { ...PART, runs: 'plain', attributes: ['name'], emptyWithout: 'words' },
} as const satisfies Record<string, Row>

type Kinds = typeof BLOCK_KINDS
export type BlockKind = keyof Kinds
export type BlockForm = Row['form']
/** The kinds that are built in one way: `KindOf<'record'>` is `'legal' | 'contact'`. */
export type KindOf<Form extends BlockForm> = {
  [Kind in BlockKind]: Kinds[Kind]['form'] extends Form ? Kind : never
}[BlockKind]
/** The name of one text of a structured block: phone, deadline, article … */
export type FieldName = Kinds[KindOf<'entries' | 'record'>]['fields'][number]

/** What one entry of a list of entries is called: point, sign, step … */
export type EntryName = Kinds[KindOf<'entries'>]['entryName']

/** The table, where the kind is known only when the code runs. */
const ROWS: Record<BlockKind, Row> = BLOCK_KINDS

export function isBlockKind(value: unknown): value is BlockKind {
  return typeof value === 'string' && Object.hasOwn(ROWS, value)
}

export function isOfForm<Form extends BlockForm>(kind: BlockKind, ...forms: Form[]): kind is KindOf<Form> {
  return forms.some((form) => form === ROWS[kind].form)
}

/** The kinds of these forms, in the order of the table. */
export function kindsOf<Form extends BlockForm>(...forms: Form[]): KindOf<Form>[] {
  return Object.keys(ROWS)
    .filter(isBlockKind)
    .filter((kind) => isOfForm(kind, ...forms))
}

/** The row of a kind. */
export function rowOf(kind: BlockKind): Row {
  return ROWS[kind]
}

/** Is a value the name of a text of some structured block? */
export function isFieldName(value: unknown): value is FieldName {
  return kindsOf('entries', 'record').some((kind) => ROWS[kind].fields?.some((name) => name === value))
}

/** Is the block a text, with or without formatting? Each such kind can become another one and stay the same text. */
export function isTextKind(kind: BlockKind): boolean {
  return ROWS[kind].runs !== 'none' && ROWS[kind].form !== 'picture'
}

/** Is it a list of parts of which each can be read alone: items, rows or entries? */
export function isListOfParts(kind: BlockKind): boolean {
  return isOfForm(kind, 'list', 'table', 'entries')
}

/**
 * Is it one statement, of which no part means anything beside a part of another one: named texts that belong together, or a picture
 * with its description?
 */
export function isOneStatement(kind: BlockKind): boolean {
  return ROWS[kind].holds.includes('field') || ROWS[kind].form === 'picture'
}

/** The attributes that are texts for readers. */
export const TEXT_ATTRIBUTES = ['title', 'alt'] as const satisfies readonly AttributeName[]

export function isTextAttribute(name: string): boolean {
  return TEXT_ATTRIBUTES.some((one) => one === name)
}

/** The value that means the same as no attribute; null where every value says something. */
export function neutralOf(name: string, like: Value): Value | null {
  const known: Attribute | undefined = isAttributeName(name) ? ATTRIBUTES[name] : undefined
  if (known) return known.neutral
  return typeof like === 'string' ? '' : typeof like === 'number' ? 0 : false
}

export function isAttributeName(name: string): name is AttributeName {
  return Object.hasOwn(ATTRIBUTES, name)
}

/** The attributes that are stored of the given ones, each in its one form. */
export function storedAttributes(
  names: readonly AttributeName[],
  given: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const stored: Record<string, Value> = {}
  for (const name of names) {
    const value = ATTRIBUTES[name].stored(given[name])
    if (value !== undefined) stored[name] = typeof value === 'string' ? value.normalize('NFC') : value
  }
  return stored
}
