import type { PhrasingContent, TableCell } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { MARKS, type Mark, type Run, type TextRun, text } from '@/domain/richText/richText'
import { TEMPLATE_IN_LINE } from '@/import/markdown/verbatim'
import { escapeText } from './escapeText'

/** How texts are written in this file. */
export type Spelling = {
  /** The texts contain source as it is written; otherwise they are plain text, which must not be read as code. */
  isSource: boolean
  /** The normalised names of link definitions in the file. */
  definitions: ReadonlySet<string>
  /** The name of the note with this text. */
  noteName: (note: string) => string
}

export type LinePlace = 'paragraph' | 'item' | 'heading' | 'cell'

type Given = { runs: readonly Run[]; place: LinePlace; spelling: Spelling }

/** Runs as the lines of a paragraph, or the one line of a heading or cell. */
export function writeRuns({ runs, place, spelling }: Given): string {
  const tidy = withSpacesOutside(runs)
  const [first, ...others] = ATTEMPTS.map((attempt) => (): string => write({ runs: tidy, place, spelling, ...attempt }))
  const preferred = first?.() ?? ''
  if (references(preferred) <= referencesIn(runs)) return preferred
  // Formatting that ends inside a word gets another spelling, or as a last resort a letter as a character reference.
  for (const attempt of others) {
    const other = attempt()
    if (references(other) <= referencesIn(runs)) return other
  }
  return preferred
}

type Attempt = { emphasis: '_' | '*'; isLinkOutside: boolean }

const ATTEMPTS: readonly Attempt[] = [
  { emphasis: '_', isLinkOutside: false },
  { emphasis: '*', isLinkOutside: false },
  { emphasis: '_', isLinkOutside: true },
  { emphasis: '*', isLinkOutside: true },
]

function references(written: string): number {
  return written.split('&#x').length - 1
}

function referencesIn(runs: readonly Run[]): number {
  return runs.reduce(
    (sum, run) => sum + (run.type === 'text' ? references(run.text) + references(run.link ?? '') : 0),
    0,
  )
}

const gfm = gfmToMarkdown()

function write({ runs, place, spelling, emphasis, isLinkOutside }: Given & Attempt): string {
  const children = phrasing({ runs, done: [], isLinkOutside, spelling })
  const options: Options = {
    extensions: [gfm],
    emphasis,
    handlers: {
      ...HANDLERS,
      link: beginning('[', linkHandler(spelling)),
      text: textHandler({ runs, place, spelling }),
      break: breakHandler({ place, spelling }),
    },
  }
  const cell: TableCell = { type: 'tableCell', children }
  const written = place === 'cell' ? toMarkdown(cell, options) : toMarkdown({ type: 'paragraph', children }, options)
  const line = written.replace(/\n$/, '')
  return place === 'cell' || place === 'heading' ? line.replace(/[ \t]*\n/g, ' ') : line
}

function textHandler({ runs, place, spelling }: Given): Handle {
  const lone = loneSigns(runs)
  const { isSource, definitions } = spelling
  return (node, parent, state, info) =>
    escapeText(node.value, {
      before: info.before,
      after: info.after,
      isInCell: place === 'cell',
      isOneLine: place === 'cell' || place === 'heading',
      isInLabel: state.stack.includes('label'),
      isItem: place === 'item',
      isBlockStart: parent?.type === 'paragraph' && parent.children[0] === node,
      lone,
      definitions,
      isSource,
    })
}

/** Formatting characters that occur only once in the block, while no formatting uses them. */
function loneSigns(runs: readonly Run[]): Set<string> {
  const plain = runs.map((run) => (run.type === 'text' && !run.marks.includes('code') ? run.text : '')).join('\n')
  const used = new Set(runs.flatMap((run) => (run.type === 'text' ? run.marks : [])))
  const isFree: Record<string, boolean> = {
    '*': !used.has('bold') && !used.has('italic'),
    _: !used.has('italic'),
    '~': !used.has('strike'),
    '`': !used.has('code'),
  }
  return new Set(Object.keys(isFree).filter((sign) => isFree[sign] && plain.split(sign).length === 2))
}

function breakHandler({ place, spelling }: Pick<Given, 'place' | 'spelling'>): Handle {
  if (place === 'cell' || place === 'heading') return () => '<br>'
  return () => (spelling.isSource ? '  \n' : '\\\n')
}

function linkHandler({ isSource }: Spelling): Handle {
  return (node, _, state, info) => {
    const title = node.title ? ` ${quoted(node.title, isSource)}` : ''
    const address = destination({ url: node.url, hasTitle: title !== '', isSource })
    return `[${labelOf(node, state, info)}](${address}${title})`
  }
}

/** The title of a link or picture. */
export function quoted(title: string, isSource: boolean): string {
  return `"${isSource ? title.replace(/(?<!\\)"/g, '\\"') : title.replace(/["\\&]/g, '\\$&')}"`
}

/** A link through a definition; the name alone if the words are the name. */
const linkReference: Handle = (node, _, state, info) => {
  const label = labelOf(node, state, info)
  if (label !== node.label) return `[${label}][${node.label}]`
  return /^[([:]/.test(info.after) ? `[${label}][]` : `[${label}]`
}

const labelOf = (
  ...[node, state, info]: [Parameters<Handle>[0], Parameters<Handle>[2], Parameters<Handle>[3]]
): string => {
  const exit = state.enter('label')
  const label = state.containerPhrasing(node, { ...info, before: '[', after: ']' })
  exit()
  return label
}

const TEMPLATES = new RegExp(TEMPLATE_IN_LINE.source, 'g')

type Destination = { url: string; hasTitle: boolean; isSource: boolean }

function plainDestination(url: string): string {
  const escaped = url.replace(/\\(?=[!-/:-@[-`{-~])|&(?=[a-z#])/gi, '\\$&')
  if (url === '' || /[\0- \u007F]/.test(url) || url.startsWith('<')) return `<${escaped.replace(/[<>]/g, '\\$&')}>`
  return hasBalancedParentheses(url) ? escaped : escaped.replace(/[()]/g, '\\$&')
}

/** An address in a link or picture: in angle brackets if it has spaces, with as few escaped characters as possible. */
export function destination({ url, hasTitle, isSource }: Destination): string {
  if (!isSource) return plainDestination(url)
  if (/^<\[.*\]>$/.test(url)) return url
  const parts = url.split(TEMPLATES)
  const templates = url.match(TEMPLATES) ?? []
  const isEnclosed = parts.some((part) => /[\0- \u007F]/.test(part)) || (url === '' && hasTitle) || url.startsWith('<')
  const isBalanced = hasBalancedParentheses(parts.join(''))
  const written = parts.map((part, index) => {
    const safe = part
      .replace(/\\(?=[!-/:-@[-`{-~])(?![{}$@'"%&,/;=?^<])/g, '\\\\')
      .replace(isEnclosed ? /(?<!\\)[<>]/g : isBalanced ? /(?!)/g : /[()]/g, '\\$&')
      .replace(/\n/g, ' ')
    return `${safe}${templates[index] ?? ''}`
  })
  return isEnclosed ? `<${written.join('')}>` : written.join('')
}

function hasBalancedParentheses(url: string): boolean {
  let depth = 0
  for (const sign of url) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth < 0) return false
  }
  return depth === 0
}

const footnoteReference: Handle = (node) => `[^${node.label}]`

const inlineCode: Handle = (node, _, state) => {
  const value: string = node.value
  const longest = new Set((value.match(/`+/g) ?? []).map((ticks) => ticks.length))
  let length = 1
  while (longest.has(length)) length++
  const isPadded = /^`|`$/.test(value) || (/^ .* $/s.test(value) && value.trim() !== '')
  const ticks = '`'.repeat(length)
  const inside = isPadded ? ` ${value} ` : value
  return `${ticks}${state.stack.includes('tableCell') ? withEscapedPipes(inside) : inside}${ticks}`
}

function withEscapedPipes(value: string): string {
  const templates = value.match(TEMPLATES) ?? []
  return value
    .split(TEMPLATES)
    .map((part, index) => `${part.replace(/\|/g, '\\|')}${templates[index] ?? ''}`)
    .join('')
}

/** A handler that also reports the first character of what it writes. */
function beginning(peek: string, handle: Handle): Handle {
  return Object.assign(handle, { peek: () => peek })
}

const HANDLERS = {
  linkReference: beginning('[', linkReference),
  footnoteReference: beginning('[', footnoteReference),
  inlineCode: beginning('`', inlineCode),
}

type Format = Mark | 'link'
/** From the outside in if several reach equally far. */
const ORDER: readonly Format[] = ['link', 'underline', 'strike', 'bold', 'italic', 'sub', 'sup']

type Nesting = { runs: readonly Run[]; done: readonly Format[]; isLinkOutside: boolean; spelling: Spelling }

/** Runs as a tree: the format that reaches furthest is outermost. */
function phrasing({ runs, done, isLinkOutside, spelling }: Nesting): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let at = 0; at < runs.length; ) {
    const run = runs[at]
    if (run?.type !== 'text') {
      if (run) nodes.push(run.type === 'break' ? { type: 'break' } : noteNode(run.text, spelling))
      at++
      continue
    }
    const formats = ORDER.filter((format) => !done.includes(format) && hasFormat(run, format))
    const reaches = formats.map((format) => ({ format, end: endOf({ runs, at, format }) }))
    const [widest] = reaches.toSorted((one, other) =>
      isLinkOutside && one.format === 'link' ? -1 : isLinkOutside && other.format === 'link' ? 1 : other.end - one.end,
    )
    if (widest) {
      const inside = runs.slice(at, widest.end)
      const children = phrasing({ runs: inside, done: [...done, widest.format], isLinkOutside, spelling })
      nodes.push(...formatNodes({ format: widest.format, run, children, spelling }))
      at = widest.end
    } else {
      nodes.push(
        run.marks.includes('code') ? { type: 'inlineCode', value: run.text } : { type: 'text', value: run.text },
      )
      at++
    }
  }
  return nodes
}

function noteNode(note: string, { noteName }: Spelling): PhrasingContent {
  return { type: 'footnoteReference', identifier: noteName(note), label: noteName(note) }
}

function hasFormat(run: TextRun, format: Format): boolean {
  return format === 'link' ? run.link !== undefined : run.marks.includes(format)
}

/** How far a format reaches: across breaks and notes if it continues after them. */
function endOf({ runs, at, format }: { runs: readonly Run[]; at: number; format: Format }): number {
  const first = runs[at]
  const link = first?.type === 'text' ? first.link : undefined
  let end = at
  for (let next = at; next < runs.length; next++) {
    const run = runs[next]
    if (run?.type !== 'text') continue
    if (!hasFormat(run, format) || (format === 'link' && run.link !== link)) break
    end = next + 1
  }
  return end
}

type Formatted = { format: Format; run: TextRun; children: PhrasingContent[]; spelling: Spelling }

function formatNodes({ format, run, children, spelling }: Formatted): PhrasingContent[] {
  switch (format) {
    case 'bold':
      return [{ type: 'strong', children }]
    case 'italic':
      return [{ type: 'emphasis', children }]
    case 'strike':
      return [{ type: 'delete', children }]
    case 'underline':
      return tagged('u', children)
    case 'sub':
    case 'sup':
      return tagged(format, children)
    case 'link':
      return [linkNode(run.link ?? '', children, spelling)]
    default:
      return children
  }
}

function tagged(name: string, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }]
}

// The type of a link's children leaves links out; `phrasing` never nests them.
function linkNode(link: string, children: PhrasingContent[], { isSource }: Spelling): PhrasingContent {
  const within = children.flatMap((child) => (child.type === 'link' || child.type === 'linkReference' ? [] : [child]))
  if (!isSource) return { type: 'link', url: link, title: '', children: within }
  const label = /^\[(.*)\]$/s.exec(link)?.[1]
  if (label !== undefined)
    return { type: 'linkReference', identifier: label, label, referenceType: 'full', children: within }
  const [, url = link, title] = /^(.*?) "(.*)"$/s.exec(link) ?? []
  return title === undefined ? { type: 'link', url, children: within } : { type: 'link', url, title, children: within }
}

/** Markdown cannot format spaces at the ends of formatted words, so they are outside. */
function withSpacesOutside(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index): Run[] => {
    if (run.type !== 'text' || run.marks.length === 0 || run.marks.includes('code')) return [run]
    const [, head = '', middle = '', tail = ''] = /^([ \t\n]*)(.*?)([ \t\n]*)$/s.exec(run.text) ?? []
    const apart = [
      spaceBetween(head, run, runs[index - 1]),
      middle === '' ? [] : [{ ...run, text: middle }],
      middle === '' && head !== '' ? [] : spaceBetween(tail, run, runs[index + 1]),
    ]
    return apart.flat()
  })
}

function spaceBetween(space: string, run: TextRun, neighbour: Run | undefined): Run[] {
  if (space === '') return []
  const other = neighbour?.type === 'text' ? neighbour : null
  const marks = MARKS.filter((mark) => mark !== 'code' && run.marks.includes(mark) && other?.marks.includes(mark))
  return [text(space, marks, run.link)]
}
