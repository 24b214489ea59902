import { canonicalRichText } from '@/domain/canonicalRichText'
import { type Block, type BlockKind, FIELDS_OF, plainTextOf, type RichText, type Run } from '@/domain/richText'
import { FORMAT_BITS, type LexicalNode, type LexicalState, placeId } from './lexicalJson'

/**
 * The stored form of a text, as Lexical 0.50 and our editor read it; equal texts give equal JSON. The text is written
 * in its canonical form (`canonicalRichText`): in particular the paragraphs of a list item, which holds inline text
 * only, are joined with two line breaks.
 *
 * All fields of a block are always written, empty ones too: Payload takes an absent field for one that was not sent.
 */
export function toLexical(blocks: RichText): LexicalState {
  return stateOf(canonicalRichText(blocks), [])
}

// The numbers that lead from the root to a node: what the ids of links are made from.
type Path = readonly number[]

function stateOf(blocks: Block[], path: Path): LexicalState {
  return {
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: flowNodes(blocks, path) },
  }
}

// An editor cannot put its cursor into nothing: an empty text is one empty paragraph.
function flowNodes(blocks: Block[], path: Path): LexicalNode[] {
  const nodes = blocks.map((one, place) => flowNode(one, [...path, place]))
  return nodes.length === 0 ? [element('paragraph', { id: '', children: [], more: PARAGRAPH })] : nodes
}

const PARAGRAPH = { textFormat: 0, textStyle: '' }

function flowNode(one: Block, path: Path): LexicalNode {
  const { id, kind, attrs } = one
  switch (kind) {
    case 'heading':
      return element(kind, { id, children: inlineNodes(one.runs, path), more: { tag: `h${attrs.level}` } })
    case 'quote':
      return element(kind, { id, children: inlineNodes(one.runs, path) })
    case 'list':
      return listNode(one, path, 0)
    case 'table':
      return tableNode(one, path)
    case 'image': {
      const { alt = '', decorative = false } = attrs
      const fields = { caption: plainTextOf(one.runs), alt, decorative }
      const upload = { fields, relationTo: 'media', value: attrs.media, id: id === '' ? placeId(path) : id }
      return { ...stateKey(id), type: 'upload', version: 3, format: '', ...upload }
    }
    case 'rule':
      return { ...stateKey(id), type: 'horizontalrule', version: 1 }
    case 'checklist':
    case 'indicators':
    case 'steps':
      return blockNode(one, path, { title: attrs.title ?? '', rows: one.children.map((entry) => rowOf(entry, kind)) })
    case 'callout': {
      const content = stateOf(one.children, path)
      return blockNode(one, path, { tone: attrs.tone, title: attrs.title ?? '', content })
    }
    case 'legal':
    case 'contact':
      return blockNode(one, path, fieldTexts(one, FIELDS_OF[kind]))
    case 'paragraph':
    case 'item':
    case 'row':
    case 'cell':
    case 'entry':
    case 'field':
      return element('paragraph', { id, children: inlineNodes(one.runs, path), more: PARAGRAPH })
    default:
      return kind satisfies never
  }
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
    // A nested list hangs on the item before it; the first item may be nothing but nested lists.
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
      // Lexical tells headings of columns (1, the first row) from headings of rows (2).
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
  const all = { id, blockType: one.kind, ...fields }
  return { ...stateKey(one.id), type: 'block', version: 2, format: '', fields: all }
}

function rowOf(entry: Block, kind: BlockKind & keyof typeof FIELDS_OF): object {
  const weight = kind === 'indicators' ? { weight: entry.attrs.weight ?? null } : {}
  return { ...(entry.id === '' ? {} : { id: entry.id }), ...weight, ...fieldTexts(entry, FIELDS_OF[kind]) }
}

function fieldTexts(parent: Block, names: readonly string[]): object {
  const textOfField = (name: string) => parent.children.find((field) => field.attrs.name === name)?.runs ?? []
  return Object.fromEntries(names.map((name) => [name, plainTextOf(textOfField(name))]))
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
