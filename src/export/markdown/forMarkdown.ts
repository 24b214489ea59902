import { isOfForm, type KindOf } from '@/domain/richText/blockKinds'
import { type Attributes, type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { isVisible } from '@/domain/richText/visible'
import { isSafeUrl } from '@/domain/safeUrl'

/** The path of a picture from the file that shows it. */
export type PicturePath = (media: string | number) => string

/**
 * Rich text in a form that Markdown can express: what the writer makes of it, the importer reads as the given text,
 * except for the losses that docs/formats.md lists. No word is lost.
 */
export function forMarkdown(blocks: RichText, pathOf: PicturePath): RichText {
  return blocks.flatMap((one) => flowBlock(one, pathOf))
}

function flowBlock(one: Block, pathOf: PicturePath): Block[] {
  const { kind, runs, children } = one
  if (isOfForm(kind, 'text')) return runs.length === 0 ? [] : [TEXTS[kind](one)]
  if (isOfForm(kind, 'list')) return [{ ...one, children: children.map((child) => item(child)) }]
  if (isOfForm(kind, 'table')) return [table(one, pathOf)]
  if (isOfForm(kind, 'picture')) return [picture(one, pathOf)]
  if (isOfForm(kind, 'entries')) return children.length > 0 ? [one] : titleAlone(one)
  if (isOfForm(kind, 'box')) return [{ ...one, children: forMarkdown(children, pathOf) }]
  if (!isOfForm(kind, 'record')) return [one]
  return children.some((field) => isVisible(plainTextOf(field.runs))) ? [withSafeAddress(one)] : []
}

const TEXTS: Record<KindOf<'text'>, (one: Block) => Block> = {
  paragraph: (one) => (isCode(one.runs) ? block('paragraph', { attrs: { info: '' }, runs: one.runs }) : one),
  heading: (one) => one,
  quote: ({ runs }) => block('quote', { children: paragraphs(runs) }),
}

/** Several lines of only code are a code block. */
function isCode(runs: readonly Run[]): boolean {
  const ends = [runs.at(0), runs.at(-1)]
  return (
    runs.some((run) => run.type === 'break') &&
    ends.every((run) => run?.type === 'text') &&
    runs.every(
      (run) => run.type === 'break' || (run.type === 'text' && run.link === undefined && run.marks.join() === 'code'),
    )
  )
}

/** Two breaks, but not three, become paragraphs in Markdown. */
function paragraphs(runs: readonly Run[]): Block[] {
  const parts: Run[][] = [[]]
  for (let at = 0; at < runs.length; ) {
    const end = runs.findIndex((run, index) => index >= at && run.type !== 'break')
    const breaks = (end < 0 ? runs.length : end) - at
    const run = runs[at]
    if (breaks === 2 && end > 0 && at > 0) {
      parts.push([])
      at += 2
    } else if (breaks > 0) {
      parts.at(-1)?.push(...runs.slice(at, at + breaks))
      at += breaks
    } else {
      if (run) parts.at(-1)?.push(run)
      at++
    }
  }
  return parts.map((part) => block('paragraph', { runs: part }))
}

function item(one: Block): Block {
  const [first, ...others] = paragraphs(one.runs)
  const lists = one.children.map((child) => ({ ...child, children: child.children.map(item) }))
  return { ...one, runs: first?.runs ?? [], children: [...others, ...lists] }
}

/** Markdown's tables begin with a header row: a table without one gets an empty one, which the importer drops. */
function table(one: Block, pathOf: PicturePath): Block {
  const rows = one.children.map((row) => ({ ...row, children: row.children.map((cell) => cellOf(cell, pathOf)) }))
  const columns = Math.max(1, ...rows.map((row) => row.children.length))
  const whole = rows.map((row) => ({ ...row, children: filled(row.children, columns) }))
  const [first] = one.children
  if (first?.children.some(({ attrs }) => attrs.header === true)) return { ...one, children: whole }
  return { ...one, children: [block('row', { children: filled([], columns) }), ...whole] }
}

function filled(cells: Block[], columns: number): Block[] {
  return [...cells, ...Array.from({ length: columns - cells.length }, () => block('cell'))]
}

/** A cell contains paragraphs and pictures; other blocks are reduced to their words. */
function cellOf(cell: Block, pathOf: PicturePath): Block {
  return block('cell', { children: cell.children.flatMap((one) => inCell(one, pathOf)) })
}

function inCell(one: Block, pathOf: PicturePath): Block[] {
  if (one.kind === 'image') return [picture(one, pathOf)]
  const title = typeof one.attrs.title === 'string' ? [block('paragraph', { runs: [text(one.attrs.title)] })] : []
  const own = one.runs.length === 0 ? [] : [block('paragraph', { runs: one.runs })]
  return [...title, ...own, ...one.children.flatMap((child) => inCell(child, pathOf))]
}

/** The importer accepts no invalid address: its words are put into the note. */
function withSafeAddress(one: Block): Block {
  const wordsOf = (name: string): string =>
    one.children.flatMap(({ attrs, runs }) => (attrs.name === name ? [plainTextOf(runs)] : [])).join(' ')
  if (wordsOf('url') === '' || isSafeUrl(wordsOf('url'))) return one
  const others = one.children.filter(({ attrs }) => attrs.name !== 'url' && attrs.name !== 'note')
  const note = [wordsOf('note'), wordsOf('url')].filter(isVisible).join(' ')
  return { ...one, children: [...others, block('field', { attrs: { name: 'note' }, runs: [text(note)] })] }
}

function picture({ attrs, runs }: Block, pathOf: PicturePath): Block {
  const media = attrs.media === undefined || typeof attrs.media === 'boolean' ? '' : pathOf(attrs.media)
  const alt: Attributes = attrs.alt === undefined ? {} : { alt: attrs.alt }
  return block('image', { attrs: { media, ...alt }, runs })
}

function titleAlone({ attrs: { title } }: Block): Block[] {
  return typeof title === 'string' ? [block('paragraph', { runs: [text(title, ['bold'])] })] : []
}
