import { isBlockKind, isOfForm, type KindOf, rowOf } from '@/domain/richText/blockKinds'
import { canonicalRichText } from '@/domain/richText/canonical'
import { type Attributes, type Block, block, MARKS, type RichText, type Run, text } from '@/domain/richText/richText'
import {
  arrayOf,
  blockIdOf,
  FORMAT_BITS,
  INLINE_TYPES,
  isNodeOf,
  isRecord,
  isWrapperOfLists,
  type JsonRecord,
  MAX_DEPTH,
  recordOf,
  stringOf,
  wordsIn,
} from './lexicalJson'

/**
 * The text in a rich-text field, in canonical form (`canonicalRichText`). Never throws, whatever the value: unknown
 * nodes become paragraphs of their text; `null`, an empty root and a root with one empty paragraph are the empty text.
 * Files and their populated documents read the same.
 */
export function fromLexical(value: unknown): RichText {
  return canonicalRichText(stateBlocks(value, 0))
}

function stateBlocks(value: unknown, depth: number): Block[] {
  return flowBlocks(recordOf(recordOf(value).root).children, depth + 1)
}

function flowBlocks(nodes: unknown, depth: number): Block[] {
  if (depth > MAX_DEPTH) return []
  const blocks: Block[] = []
  let loose: unknown[] = []
  const closeParagraph = () => {
    if (loose.length > 0) blocks.push(...written(block('paragraph', { runs: runsOf(loose, depth) })))
    loose = []
  }
  for (const node of arrayOf(nodes)) {
    if (!isRecord(node)) continue
    if (INLINE_TYPES.has(node.type)) {
      loose.push(node)
      continue
    }
    closeParagraph()
    blocks.push(...flowBlock(node, depth))
  }
  closeParagraph()
  return blocks
}

function flowBlock(node: JsonRecord, depth: number): Block[] {
  const id = blockIdOf(node)
  switch (node.type) {
    case 'paragraph':
    case 'quote':
      return [block(node.type, { id, runs: runsOf(node.children, depth) })]
    case 'heading': {
      const level = Number(stringOf(node.tag).slice(1))
      return [block('heading', { id, attrs: { level }, runs: runsOf(node.children, depth) })]
    }
    case 'list':
      return [list(node, depth)]
    case 'table':
      return [block('table', { id, children: arrayOf(node.children).flatMap((row) => rows(row, depth)) })]
    case 'upload':
      return upload(node)
    case 'horizontalrule':
      return [block('rule', { id })]
    case 'block':
      return [structuredBlock(node, depth)]
    default: {
      const inside = flowBlocks(node.children, depth + 1)
      return inside.length > 0 ? inside : written(block('paragraph', { id, runs: [text(wordsIn(node))] }))
    }
  }
}

function written(paragraph: Block): Block[] {
  return paragraph.runs.every((run) => run.type === 'text' && run.text === '') ? [] : [paragraph]
}

function list(node: JsonRecord, depth: number): Block {
  const items: Block[] = []
  for (const child of arrayOf(node.children)) {
    if (!isRecord(child)) continue
    const isList = child.type === 'list'
    const nested = (isList ? [child] : arrayOf(child.children)).filter((one) => isNodeOf(one, 'list'))
    const lists = depth > MAX_DEPTH ? [] : nested.map((one) => list(recordOf(one), depth + 2))
    const last = items.at(-1)
    if ((isList || isWrapperOfLists(child)) && last) {
      last.children.push(...lists)
      continue
    }
    const own = isList ? [] : child.type === 'listitem' ? arrayOf(child.children) : [child]
    const inline = own.filter((one) => !isNodeOf(one, 'list'))
    items.push(block('item', { id: isList ? '' : blockIdOf(child), runs: runsOf(inline, depth), children: lists }))
  }
  const attrs: Attributes = { style: node.listType === 'number' || node.tag === 'ol' ? 'number' : 'bullet' }
  if (typeof node.start === 'number') attrs.start = node.start
  return block('list', { id: blockIdOf(node), attrs, children: items })
}

function rows(node: unknown, depth: number): Block[] {
  if (!isRecord(node)) return []
  if (node.type !== 'tablerow') return flowBlocks([node], depth + 1)
  const cells = arrayOf(node.children).flatMap((child) => {
    if (!isNodeOf(child, 'tablecell')) return flowBlocks([child], depth + 1)
    const attrs: Attributes = { header: typeof child.headerState === 'number' && child.headerState > 0 }
    if (typeof child.colSpan === 'number') attrs.colSpan = child.colSpan
    if (typeof child.rowSpan === 'number') attrs.rowSpan = child.rowSpan
    return [block('cell', { id: blockIdOf(child), attrs, children: flowBlocks(child.children, depth + 2) })]
  })
  return [block('row', { id: blockIdOf(node), children: cells })]
}

function upload(node: JsonRecord): Block[] {
  const id = blockIdOf(node)
  const { caption, alt, decorative } = recordOf(node.fields)
  const runs = [text(stringOf(caption))]
  const media = isRecord(node.value) ? node.value.id : node.value
  if (typeof media !== 'string' && typeof media !== 'number') return written(block('paragraph', { id, runs }))
  return [block('image', { id, attrs: { media, alt: stringOf(alt), decorative: decorative === true }, runs })]
}

function structuredBlock(node: JsonRecord, depth: number): Block {
  const id = blockIdOf(node)
  const fields = recordOf(node.fields)
  const kind = fields.blockType
  if (!isBlockKind(kind)) return block('paragraph', { id, runs: [text(wordsIn(node))] })
  const attrs = attributesOf(fields, rowOf(kind).attributes)
  if (isOfForm(kind, 'entries')) {
    const children = arrayOf(fields.rows).flatMap((row) => (isRecord(row) ? [entry(row, kind)] : []))
    return block(kind, { id, attrs, children })
  }
  if (isOfForm(kind, 'box')) return block(kind, { id, attrs, children: stateBlocks(fields.content, depth + 2) })
  if (isOfForm(kind, 'record')) return block(kind, { id, attrs, children: namedTexts(fields, kind) })
  return block('paragraph', { id, runs: [text(wordsIn(node))] })
}

function entry(row: JsonRecord, kind: KindOf<'entries'>): Block {
  const attrs = attributesOf(row, rowOf(kind).entryAttributes ?? [])
  return block('entry', { id: stringOf(row.id), attrs, children: namedTexts(row, kind) })
}

function attributesOf(fields: JsonRecord, names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, stringOf(fields[name])]))
}

function namedTexts(fields: JsonRecord, kind: KindOf<'entries' | 'record'>): Block[] {
  const { fields: names = [] } = rowOf(kind)
  return names.map((name) => block('field', { attrs: { name }, runs: [text(stringOf(fields[name]))] }))
}

function runsOf(nodes: unknown, depth: number, link?: string): Run[] {
  if (depth > MAX_DEPTH) return []
  const runs: Run[] = []
  for (const node of arrayOf(nodes)) {
    if (!isRecord(node)) continue
    // A paragraph within a line, as in a list item that another program wrote: an empty line between them.
    if (runs.length > 0 && BLOCK_TYPES.has(node.type)) runs.push({ type: 'break' }, { type: 'break' })
    runs.push(...runsOfNode(node, depth, link))
  }
  return runs
}

const BLOCK_TYPES = new Set<unknown>([
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'table',
  'tablecell',
  'block',
])

function runsOfNode(node: JsonRecord, depth: number, link?: string): Run[] {
  const fields = recordOf(node.fields)
  switch (node.type) {
    case 'linebreak':
      return [{ type: 'break' }]
    case 'text':
    case 'tab':
      return [text(stringOf(node.text), marksOf(node.format), link)]
    case 'link':
    case 'autolink':
      return runsOf(node.children, depth + 1, fields.linkType === 'internal' ? link : stringOf(fields.url))
    case 'inlineBlock':
      if (fields.blockType === 'footnote') return [{ type: 'footnote', text: stringOf(fields.text) }]
      return [text(wordsIn(node), [], link)]
    default: {
      const inside = runsOf(node.children, depth + 1, link)
      return inside.length > 0 ? inside : [text(wordsIn(node), [], link)]
    }
  }
}

function marksOf(format: unknown) {
  return typeof format === 'number' ? MARKS.filter((mark) => (format & FORMAT_BITS[mark]) !== 0) : []
}
