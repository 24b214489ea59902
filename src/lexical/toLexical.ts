import { type BlockKind, isOfForm, isTextAttribute, type KindOf, rowOf } from '@/domain/richText/blockKinds'
import { canonicalRichText } from '@/domain/richText/canonical'
import type { Block, RichText, Run } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { FORMAT_BITS, type LexicalNode, type LexicalState, placeId } from './lexicalJson'

/**
 * The stored form of a text, as Lexical 0.50 and our editor read it; equal texts give equal JSON. The text is written
 * in its canonical form (`canonicalRichText`): in particular the paragraphs of a list item, which contains only inline
 * text, are joined with two line breaks.
 *
 * All fields of a block are always written, even empty ones: Payload treats a missing field as one that was not sent.
 */
export function toLexical(blocks: RichText): LexicalState {
  return stateOf(canonicalRichText(blocks), [])
}

// The indexes from the root to a node, from which the ids of links are derived.
type Path = readonly number[]

function stateOf(blocks: Block[], path: Path): LexicalState {
  return {
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: flowNodes(blocks, path) },
  }
}

// An editor needs a place for its cursor, so an empty text is one empty paragraph.
function flowNodes(blocks: Block[], path: Path): LexicalNode[] {
  const nodes = blocks.map((one, place) => flowNode(one, [...path, place]))
  return nodes.length === 0 ? [element('paragraph', { id: '', children: [], more: PARAGRAPH })] : nodes
}

const PARAGRAPH = { textFormat: 0, textStyle: '' }

function flowNode(one: Block, path: Path): LexicalNode {
  const { id, kind, attrs } = one
  if (isOfForm(kind, 'text')) {
    return element(kind, { id, children: inlineNodes(one.runs, path), more: TEXT_NODES[kind](one) })
  }
  const { form } = rowOf(kind)
  switch (form) {
    case 'list':
      return listNode(one, path, 0)
    case 'table':
      return tableNode(one, path)
    case 'picture': {
      const { alt = '', decorative = false } = attrs
      const fields = { caption: plainTextOf(one.runs), alt, decorative }
      const upload = { fields, relationTo: 'media', value: attrs.media, id: id === '' ? placeId(path) : id }
      return { ...stateKey(id), type: 'upload', version: 3, format: '', ...upload }
    }
    case 'rule':
      return { ...stateKey(id), type: 'horizontalrule', version: 1 }
    case 'entries':
      return blockNode(one, path, { rows: one.children.map((entry) => entryFields(entry, kind)) })
    case 'box':
      return blockNode(one, path, { content: stateOf(one.children, path) })
    case 'record':
      return blockNode(one, path, namedTexts(one, kind))
    case 'text':
    case 'part':
      return element('paragraph', { id, children: inlineNodes(one.runs, path), more: PARAGRAPH })
    default:
      return form satisfies never
  }
}

/** The properties of a text node besides its words. */
const TEXT_NODES: Record<KindOf<'text'>, (one: Block) => object> = {
  paragraph: () => PARAGRAPH,
  heading: ({ attrs }) => ({ tag: `h${attrs.level}` }),
  quote: () => ({}),
}

function element(
  type: string,
  { id, children, more = {}, indent = 0 }: { id: string; children: LexicalNode[]; more?: object; indent?: number },
): LexicalNode {
  return { ...stateKey(id), type, version: 1, direction: null, format: '', indent, ...more, children }
}

function stateKey(id: string): { $?: { bid: string } } {
  return id === '' ? {} : { $: { bid: id } }
}

function listNode(list: Block, path: Path, indent: number): LexicalNode {
  const numbered = list.attrs.style === 'number'
  const start = typeof list.attrs.start === 'number' ? list.attrs.start : 1
  const children: LexicalNode[] = []
  let value = start
  list.children.forEach((item, place) => {
    // A nested list belongs to the item before it; the first item may contain only nested lists.
    const isNothingButLists = place === 0 && item.runs.length === 0 && item.children.length > 0
    if (!isNothingButLists) {
      const inline = inlineNodes(item.runs, [...path, place])
      children.push(element('listitem', { id: item.id, children: inline, indent, more: { value } }))
      value += 1
    }
    item.children.forEach((nested, at) => {
      const id = isNothingButLists && at === 0 ? item.id : ''
      const inside = [listNode(nested, [...path, place, at], indent + 1)]
      children.push(element('listitem', { id, children: inside, indent, more: { value } }))
    })
  })
  const more = { listType: numbered ? 'number' : 'bullet', start, tag: numbered ? 'ol' : 'ul' }
  return element('list', { id: list.id, children, more })
}

function tableNode(table: Block, path: Path): LexicalNode {
  const rows = table.children.map((row, place) => {
    const cells = row.children.map((cell, at) => {
      // Lexical distinguishes headings of columns (1, the first row) from headings of rows (2).
      const headerState = cell.attrs.header !== true ? 0 : place === 0 ? 1 : 2
      const spans = { colSpan: cell.attrs.colSpan ?? 1, rowSpan: cell.attrs.rowSpan ?? 1 }
      const children = flowNodes(cell.children, [...path, place, at])
      return element('tablecell', { id: cell.id, children, more: { backgroundColor: null, headerState, ...spans } })
    })
    return element('tablerow', { id: row.id, children: cells })
  })
  return element('table', { id: table.id, children: rows })
}

function blockNode(one: Block, path: Path, fields: object): LexicalNode {
  const id = one.id === '' ? placeId(path) : one.id
  const all = { id, blockType: one.kind, ...attributeFields(one, rowOf(one.kind).attributes), ...fields }
  return { ...stateKey(one.id), type: 'block', version: 2, format: '', fields: all }
}

function entryFields(entry: Block, kind: BlockKind): object {
  const { entryAttributes = [] } = rowOf(kind)
  const id = entry.id === '' ? {} : { id: entry.id }
  return { ...id, ...attributeFields(entry, entryAttributes), ...namedTexts(entry, kind) }
}

/** A choice that nobody made is null: there is no default for it. */
function attributeFields({ attrs }: Block, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, attrs[name] ?? (isTextAttribute(name) ? '' : null)]))
}

function namedTexts(parent: Block, kind: BlockKind): object {
  const { fields = [] } = rowOf(kind)
  const textOfField = (name: string) => parent.children.find((field) => field.attrs.name === name)?.runs ?? []
  return Object.fromEntries(fields.map((name) => [name, plainTextOf(textOfField(name))]))
}

function inlineNodes(runs: Run[], path: Path): LexicalNode[] {
  const nodes: LexicalNode[] = []
  let open: { url: string; children: LexicalNode[] } | undefined
  for (const run of runs) {
    const link = run.type === 'text' ? run.link : undefined
    if (link === undefined) {
      open = undefined
      nodes.push(...runNodes(run, [...path, nodes.length]))
    } else if (open?.url === link) {
      open.children.push(...runNodes(run, path))
    } else {
      open = { url: link, children: runNodes(run, path) }
      const fields = { linkType: 'custom', newTab: false, url: link }
      const more = { id: placeId([...path, nodes.length]), fields }
      nodes.push({ ...element('link', { id: '', children: open.children, more }), version: 3 })
    }
  }
  return nodes
}

function runNodes(run: Run, path: Path): LexicalNode[] {
  switch (run.type) {
    case 'break':
      return [{ type: 'linebreak', version: 1 }]
    case 'footnote':
      return [{ type: 'inlineBlock', version: 1, fields: { id: placeId(path), blockType: 'footnote', text: run.text } }]
    case 'text': {
      const format = run.marks.reduce((bits, mark) => bits | FORMAT_BITS[mark], 0)
      // Lexical keeps each tab in a node of its own, which never merges with its neighbours (detail 2).
      return run.text
        .split(/(\t)/)
        .filter((part) => part !== '')
        .map((part) => ({
          type: part === '\t' ? 'tab' : 'text',
          version: 1,
          detail: part === '\t' ? 2 : 0,
          format,
          mode: 'normal',
          style: '',
          text: part,
        }))
    }
    default:
      return run satisfies never
  }
}
