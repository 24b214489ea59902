import type { Blockquote, Code, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { type Attributes, type Block, block, type RichText, type Run, text } from '@/domain/richText/richText'
import { openFootnoteCount } from '../footnoteCount'
import { openNoteBook } from '../noteBook'
import { openPictureShelf } from '../pictureShelf'
import { textWithoutTemplateCode } from '../templateCode'
import { markdownBlocks } from './markdownBlocks'
import type { MarkdownContext } from './markdownContext'
import { markdownDirective } from './markdownDirective'
import { type InlineContext, writtenRuns } from './writtenInlines'
import { rawLines, runsOfLines, sourceParagraph } from './writtenSource'

export type WrittenContext = InlineContext

/** The blocks of a file as written; see `WrittenText` for what their attributes mean. */
export function writtenBlocks(nodes: readonly RootContent[], context: WrittenContext): RichText {
  const blocks: Block[] = []
  for (const [index, node] of nodes.entries()) {
    const before = nodes[index - 1]
    const follows = before?.position?.end.line === (node.position?.start.line ?? 0) - 1
    const last = blocks.at(-1)
    if (node.type === 'definition' && before?.type === 'definition' && follows && last) {
      last.runs.push({ type: 'break' }, ...runsOfLines(rawLines(node, context)))
      continue
    }
    for (const one of writtenBlock(node, context)) {
      // An attribute list of kramdown applies to the block directly above it.
      if (follows && isTemplate(one) && (before.type === 'heading' || before.type === 'code')) one.attrs.joined = true
      blocks.push(one)
    }
  }
  return blocks
}

/** A heading is one line. */
function withoutLines(runs: Run[]): Run[] {
  return runs.map((run) => (run.type === 'text' ? { ...run, text: run.text.replace(/\n/g, ' ') } : run))
}

function isTemplate({ attrs, runs: [first] }: Block): boolean {
  return attrs.source === true && first?.type === 'text' && first.text.startsWith('{')
}

function writtenBlock(node: RootContent, context: WrittenContext): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [paragraph(node, context)]
    case 'heading':
      return [
        block('heading', { attrs: { level: node.depth }, runs: withoutLines(writtenRuns(node.children, context)) }),
      ]
    case 'list':
      return [list(node, context)]
    case 'blockquote':
      return [quote(node, context)]
    case 'table':
      return [table(node, context)]
    case 'code':
      return [code(node, context)]
    case 'thematicBreak':
      return [block('rule')]
    case 'html':
      return [sourceParagraph(context.restore(node.value).trim().split('\n'))]
    case 'containerDirective':
    case 'leafDirective':
      return [directive(node, context)]
    case 'footnoteDefinition':
      return context.footnotes.has(node.identifier) ? [] : [sourceParagraph(indented(rawLines(node, context)))]
    default:
      return [sourceParagraph(rawLines(node, context))]
  }
}

/** Further paragraphs of a note are indented by four spaces relative to its name. */
function indented(lines: readonly string[]): string[] {
  const blank = lines.findIndex((line) => line.trim() === '')
  return lines.map((line, index) =>
    blank >= 0 && index > blank && line.trim() !== '' && !/^(?: {4}|\t)/.test(line) ? `    ${line.trimStart()}` : line,
  )
}

function paragraph(node: Paragraph, context: WrittenContext): Block {
  const [only, ...others] = node.children
  if (only?.type === 'image' && others.length === 0) {
    const { restore } = context
    const caption = restore(only.title ?? '')
    const attrs: Attributes = { media: restore(only.url), alt: restore(only.alt ?? '') }
    return block('image', { attrs, runs: caption === '' ? [] : [text(caption)] })
  }
  const lines = rawLines(node, context)
  const written = lines.join('\n')
  if (textWithoutTemplateCode(written).trim() === '') return sourceParagraph(lines)
  return block('paragraph', { runs: writtenRuns(node.children, context) })
}

function list(node: List, context: WrittenContext): Block {
  const attrs: Attributes = { style: node.ordered ? 'number' : 'bullet' }
  if (node.ordered && typeof node.start === 'number' && node.start !== 1) attrs.start = node.start
  return block('list', { attrs, children: node.children.map((child) => item(child, context)) })
}

function item(node: ListItem, context: WrittenContext): Block {
  const attrs: Attributes = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  const [first, ...others] = node.children
  const isLine = first?.type === 'paragraph' && paragraph(first, context).kind === 'paragraph'
  if (!isLine) return block('item', { attrs, children: writtenBlocks(node.children, context) })
  return block('item', { attrs, runs: writtenRuns(first.children, context), children: writtenBlocks(others, context) })
}

function quote(node: Blockquote, context: WrittenContext): Block {
  const children = writtenBlocks(node.children, context)
  const [only, ...others] = children
  const isLine = only?.kind === 'paragraph' && others.length === 0 && Object.keys(only.attrs).length === 0
  return isLine ? block('quote', { runs: only.runs }) : block('quote', { children })
}

function table(node: Table, context: WrittenContext): Block {
  const align = (node.align ?? []).map((one) => one ?? 'none')
  const children = node.children.map((row, index) => {
    const attrs: Attributes = index === 0 ? { header: true } : {}
    const cells = row.children.map((cell) => {
      const runs = writtenRuns(cell.children, context)
      return block('cell', { attrs: { ...attrs }, children: runs.length === 0 ? [] : [block('paragraph', { runs })] })
    })
    return block('row', { children: cells })
  })
  const isPlain = align.every((one) => one === 'none')
  return block('table', { attrs: isPlain ? {} : { align: align.join(' ') }, children })
}

function code(node: Code, context: WrittenContext): Block {
  const [opening = ''] = rawLines(node, context)
  const [, info = ''] = /^(?:`{3,}|~{3,})[ \t]*(.*?)[ \t]*$/.exec(opening) ?? []
  return block('paragraph', { attrs: { info }, runs: runsOfLines(context.restore(node.value).split('\n'), ['code']) })
}

/** A structured block if it is exactly one; everything else with colons stays as it is. */
function directive(node: ContainerDirective | LeafDirective, context: WrittenContext): Block {
  const book = openNoteBook()
  const apart: MarkdownContext = {
    path: '',
    markdown: context.markdown,
    linesBefore: 0,
    book,
    shelf: openPictureShelf(book),
    files: new Map(),
    definitions: new Map(),
    footnotes: new Map(),
    usedFootnotes: new Set(),
    openFootnotes: new Set(),
    footnoteCount: openFootnoteCount({ path: '', book }),
    parsedAgain: 0,
  }
  const blocks = markdownDirective(node, apart, markdownBlocks)
  const [only] = blocks
  if (only === undefined || blocks.length > 1 || book.notes().length > 0)
    return sourceParagraph(rawLines(node, context))
  if (only.kind !== 'callout') return restored(only, context)
  const content = node.children.filter((child) => !(child.type === 'paragraph' && child.data?.directiveLabel))
  return { ...restored(only, context), children: writtenBlocks(content, context) }
}

function restored(one: Block, context: WrittenContext): Block {
  const attrs = Object.entries(one.attrs).map(([name, value]) => [
    name,
    typeof value === 'string' ? context.restore(value) : value,
  ])
  return {
    ...one,
    attrs: Object.fromEntries(attrs),
    runs: one.runs.map((run) => (run.type === 'text' ? { ...run, text: context.restore(run.text) } : run)),
    children: one.children.map((child) => restored(child, context)),
  }
}
