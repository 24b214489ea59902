import {
  BorderStyle,
  ExternalHyperlink,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { isFieldName, isOfForm, rowOf, TONES, WEIGHTS } from '@/domain/richText/blockKinds'
import type { Block, RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { isMailAddress, isSafeUrl } from '@/domain/safeUrl'
import { ownStyleId } from '@/import/word/ownStyles'
import { BULLETS, FILL, LINE, shaded, TONE_LOOK } from './wordLook'
import { NOTHING_WRITTEN, plainRun, type TakeFootnote, wordRuns, writable } from './wordRuns'
import type { WordLabels, WordPicture } from './wordSection'

export type WordBlock = Paragraph | Table

/** What is needed to write the blocks of one section. */
export type BlockContext = {
  labels: WordLabels
  pictures: ReadonlyMap<string | number, WordPicture>
  takeFootnote: TakeFootnote
  /** A list with numbers that begins with `start` on a level: the reference of its definition. */
  takeNumbers: (list: { at: number; start: number }) => string
  /** The level of the title of the section in the file. */
  level: number
  /** In twentieths of a point. */
  width: number
}

/** A text as paragraphs and tables; two tables never touch, because Word would join them. */
export function wordBlocks(blocks: RichText, context: BlockContext): WordBlock[] {
  return blocks.flatMap((one) => {
    const written = wordBlock(one, context)
    return written.at(-1) instanceof Table ? [...written, space()] : written
  })
}

export function space(): Paragraph {
  return new Paragraph({ style: ownStyleId('Space') })
}

function wordBlock(one: Block, context: BlockContext): WordBlock[] {
  const { kind, runs, attrs } = one
  if (isOfForm(kind, 'text')) {
    const children = wordRuns(runs, context.takeFootnote)
    if (kind === 'heading')
      return [new Paragraph({ style: `Heading${headingLevel(Number(attrs.level), context)}`, children })]
    // Word joins paragraphs of a quote; the first one of each has a style of its own.
    return [new Paragraph(kind === 'quote' ? { style: ownStyleId('Quote', 'Start'), children } : { children })]
  }
  if (isOfForm(kind, 'list')) return listItems(one, 0, context)
  if (isOfForm(kind, 'table')) return [table(one, context)]
  if (isOfForm(kind, 'picture')) return picture(one, context)
  if (isOfForm(kind, 'rule'))
    return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: LINE } } })]
  if (isOfForm(kind, 'box')) return [box(one, context)]
  if (isOfForm(kind, 'record')) return [record(one, context)]
  if (kind === 'checklist') return [checklist(one, context)]
  if (isOfForm(kind, 'entries')) return [entries(one, context)]
  return wordBlocks(one.children, context)
}

/** In a text the highest headings have level 2; Word has nine levels. */
export function headingLevel(level: number, context: Pick<BlockContext, 'level'>): number {
  return Math.min(9, context.level + Math.max(2, level) - 1)
}

function listItems({ attrs, children }: Block, level: number, context: BlockContext): Paragraph[] {
  const at = Math.min(level, 8)
  const isNumbered = attrs.style === 'number'
  const reference = isNumbered ? context.takeNumbers({ at, start: Number(attrs.start ?? 1) }) : BULLETS
  return children.flatMap((item) => [
    new Paragraph({
      numbering: { reference, level: at, instance: 0 },
      children: item.runs.length > 0 ? wordRuns(item.runs, context.takeFootnote) : [new TextRun(NOTHING_WRITTEN)],
    }),
    ...item.children.flatMap((list) => listItems(list, level + 1, context)),
  ])
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const NO_EDGE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const ALL_EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
const INSIDE = { top: 50, bottom: 50, left: 110, right: 110 }

type GivenCell = {
  children: WordBlock[]
  width?: number
  isShaded?: boolean
  columnSpan?: number
  rowSpan?: number
}

/** A cell ends with a paragraph, as Word requires. */
function cellOf({ children, width, isShaded, columnSpan, rowSpan }: GivenCell): TableCell {
  return new TableCell({
    children:
      children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({ style: ownStyleId('Space') })],
    margins: INSIDE,
    borders: ALL_EDGES,
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    ...(isShaded ? { shading: shaded(FILL) } : {}),
    ...(columnSpan === undefined ? {} : { columnSpan }),
    ...(rowSpan === undefined ? {} : { rowSpan }),
  })
}

function tableOf({ rows, widths }: { rows: TableRow[]; widths: readonly number[] }): Table {
  return new Table({
    rows,
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
  })
}

function table({ children: rows }: Block, context: BlockContext): Table {
  const columns = Math.max(1, ...columnsOf(rows))
  const width = Math.floor(context.width / columns)
  const isHeaderRow = (row: Block) =>
    row.children.length > 0 && row.children.every(({ attrs }) => attrs.header === true)
  const firstOther = rows.findIndex((row) => !isHeaderRow(row))
  return tableOf({
    widths: Array.from({ length: columns }, () => width),
    rows: rows.map(
      (row, index) =>
        new TableRow({
          cantSplit: true,
          ...(firstOther === -1 || index < firstOther ? { tableHeader: true } : {}),
          children: row.children.map(({ attrs, children }) => {
            const span = Number(attrs.colSpan ?? 1)
            const isHeader = attrs.header === true
            const inside = { ...context, width: width * span - INSIDE.left - INSIDE.right }
            return cellOf({
              children: isHeader ? headerBlocks(children, inside) : wordBlocks(children, inside),
              isShaded: isHeader,
              width: width * span,
              ...(attrs.colSpan === undefined ? {} : { columnSpan: span }),
              ...(attrs.rowSpan === undefined ? {} : { rowSpan: Number(attrs.rowSpan) }),
            })
          }),
        }),
    ),
  })
}

/** How many columns each row takes, with the cells that reach into it from above. */
function columnsOf(rows: readonly Block[]): number[] {
  const reaching: number[] = rows.map(() => 0)
  return rows.map(({ children }, index) => {
    let columns = reaching[index] ?? 0
    for (const { attrs } of children) {
      const span = Number(attrs.colSpan ?? 1)
      columns += span
      for (let below = 1; below < Number(attrs.rowSpan ?? 1); below++)
        if (index + below < rows.length) reaching[index + below] = (reaching[index + below] ?? 0) + span
    }
    return columns
  })
}

/** The style says that the cell is a heading: Word knows only whole rows of them. */
function headerBlocks(blocks: RichText, context: BlockContext): WordBlock[] {
  const style = ownStyleId('Table', 'Heading')
  const [first, ...others] = blocks
  if (first?.kind !== 'paragraph') return [new Paragraph({ style }), ...wordBlocks(blocks, context)]
  return [
    new Paragraph({ style, children: wordRuns(first.runs, context.takeFootnote) }),
    ...wordBlocks(others, context),
  ]
}

function picture({ attrs, runs }: Block, context: BlockContext): Paragraph[] {
  const { media, alt, decorative } = attrs
  const file = typeof media === 'boolean' || media === undefined ? undefined : context.pictures.get(media)
  if (!file) return []
  // Pictures are 96 dots to the inch in Word, of which there are 15 twentieths of a point.
  const scale = Math.min(1, context.width / 15 / file.width, 620 / file.height)
  const image = new ImageRun({
    type: file.type,
    data: file.bytes,
    transformation: { width: Math.round(file.width * scale), height: Math.round(file.height * scale) },
    altText: { name: '', title: '', description: typeof alt === 'string' ? writable(alt) : '' },
  })
  const hasCaption = runs.length > 0
  return [
    new Paragraph({
      keepNext: hasCaption,
      children: [image],
      ...(decorative === true ? { style: ownStyleId('Picture', 'Decorative') } : {}),
    }),
    ...(hasCaption ? [new Paragraph({ style: 'Caption', children: wordRuns(runs, context.takeFootnote) })] : []),
  ]
}

function box({ attrs, children }: Block, context: BlockContext): Table {
  const tone = TONES.find((one) => one === attrs.tone) ?? 'important'
  const { edge, fill } = TONE_LOOK[tone]
  const inside = { ...context, width: context.width - 400 }
  const title = typeof attrs.title === 'string' ? attrs.title : ''
  const cell = new TableCell({
    children: [
      new Paragraph({ style: ownStyleId('Box', tone), children: plainRun(context.labels.tones[tone]) }),
      ...(title === '' ? [] : [new Paragraph({ style: ownStyleId('Box', 'Title'), children: plainRun(title) })]),
      ...withParagraphAtEnd(wordBlocks(children, inside)),
    ],
    shading: shaded(fill),
    margins: { top: 90, bottom: 90, left: 200, right: 200 },
    borders: {
      top: NO_EDGE,
      bottom: NO_EDGE,
      right: NO_EDGE,
      left: { style: BorderStyle.SINGLE, size: 36, color: edge },
    },
    width: { size: context.width, type: WidthType.DXA },
  })
  return tableOf({ rows: [new TableRow({ children: [cell] })], widths: [context.width] })
}

function withParagraphAtEnd(blocks: WordBlock[]): WordBlock[] {
  return blocks.at(-1) instanceof Paragraph ? blocks : [...blocks, space()]
}

function record({ kind, children }: Block, context: BlockContext): Table {
  const narrow = Math.min(2300, Math.floor(context.width / 3))
  const widths = [narrow, context.width - narrow]
  const filled = children.filter(({ runs }) => runs.length > 0)
  const shown = filled.length > 0 ? filled : children.slice(0, 1)
  return tableOf({
    widths,
    rows: shown.map(({ attrs, runs }, index) => {
      const name = String(attrs.name)
      return new TableRow({
        cantSplit: true,
        children: [
          labelCell({ kind, field: name, context, width: narrow }),
          cellOf({
            width: context.width - narrow,
            children: [new Paragraph({ children: valueRuns(plainTextOf(runs), { isFirst: index === 0 }) })],
          }),
        ],
      })
    }),
  })
}

/** An address is a link; the first text of a record is its name. */
function valueRuns(words: string, { isFirst }: { isFirst: boolean }): ParagraphChild[] {
  const link = isMailAddress(words) ? `mailto:${words}` : isSafeUrl(words) ? words : null
  if (link !== null)
    return [new ExternalHyperlink({ link, children: [new TextRun({ text: writable(words), style: 'Hyperlink' })] })]
  if (!isFirst) return plainRun(words)
  return words
    .split('\n')
    .map((line, at) => new TextRun({ text: writable(line), bold: true, ...(at > 0 ? { break: 1 } : {}) }))
}

type Label = { kind: string; field: string; context: BlockContext; width: number }

function labelCell({ kind, field, context: { labels }, width }: Label): TableCell {
  const words = isFieldName(field) ? labels.fields[field] : labels.weight
  return cellOf({
    width,
    isShaded: true,
    children: [new Paragraph({ style: ownStyleId('Label', kind, field), children: plainRun(words) })],
  })
}

function checklist({ attrs, children }: Block, context: BlockContext): Table {
  const widths = [520, context.width - 520]
  const textIn = (entry: Block, name: string) => fieldText(entry, name)
  return tableOf({
    widths,
    rows: [
      ...titleRow(attrs.title, 2),
      ...children.map((entry) => {
        const note = textIn(entry, 'note')
        return new TableRow({
          cantSplit: true,
          children: [
            cellOf({
              width: 520,
              children: [new Paragraph({ style: ownStyleId('Check'), children: [new TextRun('☐')] })],
            }),
            cellOf({
              width: context.width - 520,
              children: [
                cellParagraph(textIn(entry, 'text')),
                ...(note === '' ? [] : [cellParagraph(note, { style: ownStyleId('Note') })]),
              ],
            }),
          ],
        })
      }),
    ],
  })
}

function entries({ attrs, children, kind }: Block, context: BlockContext): Table {
  const { fields = [], entryAttributes = [], isNumbered } = rowOf(kind)
  const [first = '', ...others] = fields
  const shown = [first, ...entryAttributes, ...others].filter(
    (name) =>
      name === first || children.some((entry) => entry.attrs[name] !== undefined || fieldText(entry, name) !== ''),
  )
  const number = isNumbered ? 560 : 0
  const rest = context.width - number
  const narrow = Math.floor(rest / (shown.length + 1))
  const widthOf = (name: string) => (name === first ? rest - narrow * (shown.length - 1) : narrow)
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      ...(isNumbered ? [cellOf({ width: number, isShaded: true, children: [numberParagraph('')] })] : []),
      ...shown.map((field) => labelCell({ kind, field, context, width: widthOf(field) })),
    ],
  })
  const rows = children.map(
    (entry, index) =>
      new TableRow({
        cantSplit: true,
        children: [
          ...(isNumbered ? [cellOf({ width: number, children: [numberParagraph(`${index + 1}`)] })] : []),
          ...shown.map((name) =>
            cellOf({
              width: widthOf(name),
              children: [name === 'weight' ? weightParagraph(entry, context) : cellParagraph(fieldText(entry, name))],
            }),
          ),
        ],
      }),
  )
  return tableOf({
    widths: [...(isNumbered ? [number] : []), ...shown.map(widthOf)],
    rows: [...titleRow(attrs.title, shown.length + (isNumbered ? 1 : 0)), head, ...rows],
  })
}

function titleRow(title: unknown, columnSpan: number): TableRow[] {
  if (typeof title !== 'string') return []
  const words = new Paragraph({ style: ownStyleId('Title'), children: plainRun(title) })
  return [new TableRow({ cantSplit: true, children: [cellOf({ columnSpan, isShaded: true, children: [words] })] })]
}

function numberParagraph(words: string): Paragraph {
  return new Paragraph({ style: ownStyleId('Number'), children: plainRun(words) })
}

function weightParagraph({ attrs }: Block, { labels }: BlockContext): Paragraph {
  const weight = WEIGHTS.find((one) => one === attrs.weight)
  if (!weight) return new Paragraph({})
  return new Paragraph({ style: ownStyleId('Weight', weight), children: plainRun(labels.weights[weight]) })
}

function cellParagraph(words: string, look: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...look, spacing: { before: 40, after: 40 }, children: plainRun(words) })
}

function fieldText({ children }: Block, name: string): string {
  return children.flatMap(({ attrs, runs }) => (attrs.name === name ? [plainTextOf(runs)] : [])).join('\n')
}
