import type { Blockquote, Code, Html, List, ListItem, Paragraph, RootContent, Table, TableRow } from 'mdast'
import { type Attributes, type Block, block, type Mark, type Run, text } from '@/domain/richText/richText'
import { cleanRuns } from '../cleanRuns'
import { joinParagraphs, splitAtPictures, takeApart } from '../inline'
import { type MarkdownContext, placeOf } from './markdownContext'
import { markdownDirective } from './markdownDirective'
import { markdownInlines, openOrClose } from './markdownInlines'
import { parseMarkdown } from './parseMarkdown'
import { activePart, htmlTokens, MARK_OF_TAG } from './rawHtml'

/**
 * One block of Markdown as blocks of ours: usually one, none for content that is not text, more if lines contain
 * pictures.
 */
export function markdownBlocks(node: RootContent, context: MarkdownContext): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context)
    case 'heading': {
      const { runs, pictures } = takeApart(markdownInlines(node.children, context))
      return runs.length === 0 ? pictures : [block('heading', { attrs: { level: node.depth }, runs }), ...pictures]
    }
    case 'list':
      return list(node, context)
    case 'blockquote':
      return quote(node, context)
    case 'table':
      return [table(node, context)]
    case 'code':
      return code(node, context)
    case 'thematicBreak':
      return [block('rule')]
    case 'html':
      return rawHtml(node, context)
    case 'containerDirective':
    case 'leafDirective':
      return markdownDirective(node, context, markdownBlocks)
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    // Lines and items never occur alone: the readers of their blocks read them.
    default:
      return []
  }
}

function paragraph(node: Paragraph, context: MarkdownContext): Block[] {
  const source = placeOf(context, node)
  const written = context.markdown.slice(node.position?.start.offset, node.position?.end.offset)
  const broken = /^[ \t]*(:{3,}.*|::[a-z].*)$/m.exec(written)?.[1]
  if (broken !== undefined) {
    const line = broken.trim().slice(0, 60)
    context.book.note({ kind: 'problem', source, key: 'import.directive-broken', params: { line } })
    return []
  }
  const { blocks, hasTextAndPicture } = splitAtPictures({
    inlines: markdownInlines(node.children, context),
    kind: 'paragraph',
  })
  if (hasTextAndPicture) context.book.tally({ kind: 'doubt', source, key: 'import.picture-in-line' })
  return blocks
}

function list(node: List, context: MarkdownContext): Block[] {
  const after: Block[] = []
  const items = node.children.map((child) => item(child, context, after))
  if (node.children.some((child) => typeof child.checked === 'boolean'))
    context.book.tally({ kind: 'loss', source: placeOf(context, node), key: 'import.tick-boxes' })
  const attrs: Attributes = { style: node.ordered ? 'number' : 'bullet' }
  if (node.ordered && typeof node.start === 'number' && node.start !== 1) attrs.start = node.start
  return [block('list', { attrs, children: items }), ...after]
}

/**
 * An item contains one line of runs and further lists; tables, pictures and other blocks in it are put after the whole
 * list.
 */
function item(node: ListItem, context: MarkdownContext, after: Block[]): Block {
  const paragraphs: Run[][] = []
  const lists: Block[] = []
  const others: Block[] = []
  for (const one of node.children.flatMap((child) => markdownBlocks(child, context))) {
    if (one.kind === 'list') lists.push(one)
    else if (one.kind === 'paragraph' || one.kind === 'quote' || one.kind === 'heading') {
      if (lists.length > 0)
        context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.text-after-list' })
      paragraphs.push(one.runs)
    } else others.push(one)
  }
  for (const _ of others)
    context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.block-in-list' })
  after.push(...others)
  return block('item', { runs: joinParagraphs(paragraphs), children: lists })
}

/** A quote contains only runs: its paragraphs become one quote, and lists and tables in it come between two quotes. */
function quote(node: Blockquote, context: MarkdownContext): Block[] {
  const result: Block[] = []
  let paragraphs: Run[][] = []
  const flush = (): void => {
    const runs = joinParagraphs(paragraphs)
    if (runs.length > 0) result.push(block('quote', { runs }))
    paragraphs = []
  }
  for (const one of node.children.flatMap((child) => markdownBlocks(child, context))) {
    if (one.kind === 'paragraph' || one.kind === 'quote' || one.kind === 'heading') paragraphs.push(one.runs)
    else {
      context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.block-in-quote' })
      flush()
      result.push(one)
    }
  }
  flush()
  return result
}

function table(node: Table, context: MarkdownContext): Block {
  const columns = Math.max(0, ...node.children.map((row) => row.children.length))
  const rows = node.children.map((row, index) => tableRow({ row, columns, isHeader: index === 0, context }))
  const [header, ...others] = rows
  // Markdown cannot omit the header row: an empty one is dropped.
  const isWithoutHeader = others.length > 0 && header?.children.every(({ children }) => children.length === 0)
  return block('table', { children: isWithoutHeader ? others : rows })
}

function tableRow({
  row,
  columns,
  isHeader,
  context,
}: {
  row: TableRow
  columns: number
  isHeader: boolean
  context: MarkdownContext
}): Block {
  const attrs: Attributes = isHeader ? { header: true } : {}
  const cells = row.children.map((cell) =>
    block('cell', {
      attrs,
      children: splitAtPictures({ inlines: markdownInlines(cell.children, context), kind: 'paragraph' }).blocks,
    }),
  )
  while (cells.length < columns) cells.push(block('cell', { attrs }))
  return block('row', { children: cells })
}

/** We have no kind of block for code: it becomes one paragraph in code formatting, line by line. */
function code(node: Code, context: MarkdownContext): Block[] {
  context.book.tally({ kind: 'doubt', source: placeOf(context, node), key: 'import.code-block' })
  const runs = node.value.split('\n').flatMap((line, index): Run[] => {
    const words = line === '' ? [] : [text(line, ['code'])]
    return index === 0 ? words : [{ type: 'break' }, ...words]
  })
  const clean = cleanRuns(runs)
  return clean.length === 0 ? [] : [block('paragraph', { runs: clean })]
}

/** A block of raw HTML: its text in paragraphs, with the formatting that we have. */
function rawHtml(node: Html, context: MarkdownContext): Block[] {
  const tokens = htmlTokens(node.value)
  const source = placeOf(context, node)
  const active = activePart(tokens)
  if (active !== null) {
    context.book.note({ kind: 'problem', source, key: 'import.active-html', params: { html: active } })
    return []
  }
  const opening = EMPTY_ELEMENTS.exec(node.value)?.[0] ?? ''
  const mayParseAgain = context.parsedAgain < MAX_PARSED_AGAIN
  if (mayParseAgain && opening !== '' && opening.length < node.value.length)
    return afterEmptyElements({ node, opening, context })
  const paragraphs: Run[][] = [[]]
  const marks: Mark[] = []
  for (const token of tokens) {
    if (token.type === 'text') {
      paragraphs.at(-1)?.push(text(token.text, [...marks]))
      continue
    }
    const mark = MARK_OF_TAG.get(token.name)
    if (mark) openOrClose({ marks, mark, type: token.type })
    else if (token.name === 'br') paragraphs.at(-1)?.push({ type: 'break' })
    else {
      if (!WITHIN_A_LINE.has(token.name)) paragraphs.push([])
      if (token.type === 'open')
        context.book.tally({ kind: 'loss', source, key: 'import.html-dropped', params: { tag: `<${token.name}>` } })
    }
  }
  return paragraphs.map(cleanRuns).flatMap((runs) => (runs.length === 0 ? [] : [block('paragraph', { runs })]))
}

/** Lines at the beginning that contain only an empty element, as people write them for a page break. */
const EMPTY_ELEMENTS = /^(?:[ \t]*<([a-z]+)(?:\s[^>]*)?>[ \t]*<\/\1>[ \t]*\n)+/i

/** Nested parts of one block: each is parsed again with everything after it. */
const MAX_PARSED_AGAIN = 20

/** Strictly, a Markdown heading directly below such a line is raw HTML too; nobody means that. */
function afterEmptyElements({
  node,
  opening,
  context,
}: {
  node: Html
  opening: string
  context: MarkdownContext
}): Block[] {
  const markdown = node.value.slice(opening.length)
  const lines = opening.split('\n').length - 1
  const linesBefore = context.linesBefore + (node.position?.start.line ?? 1) - 1 + lines
  const below = { ...context, markdown, linesBefore, parsedAgain: context.parsedAgain + 1 }
  const children = parseMarkdown(markdown)?.children ?? []
  return [
    ...rawHtml({ ...node, value: opening }, context),
    ...children.flatMap((child) => markdownBlocks(child, below)),
  ]
}

const WITHIN_A_LINE = new Set([
  'a',
  'abbr',
  'cite',
  'del',
  'dfn',
  'font',
  'ins',
  'kbd',
  'mark',
  'q',
  'small',
  'span',
  'var',
])
