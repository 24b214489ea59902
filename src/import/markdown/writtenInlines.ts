import type { Link, LinkReference, Node, PhrasingContent } from 'mdast'
import { type Mark, type Run, text } from '@/domain/richText/richText'
import { BREAK_WITHOUT_SPACE } from './markdownInlines'
import { TEMPLATE_IN_LINE } from './verbatim'
import { rawLines, type SourceContext } from './writtenSource'

export type InlineContext = SourceContext & {
  /** The lines of the file. */
  lines: readonly string[]
  /** Inline notes, by identifier. */
  footnotes: ReadonlyMap<string, string>
}

/** The content of a line of a file as written; see `WrittenText`. */
export function writtenRuns(nodes: readonly PhrasingContent[], context: InlineContext): Run[] {
  const runs: Run[] = []
  for (const run of nodes.flatMap((node) => readNode(node, { marks: [] }, context))) {
    const last = runs.at(-1)
    const isAlike =
      run.type === 'text' && last?.type === 'text' && run.link === last.link && isSame(run.marks, last.marks)
    if (run.type === 'break' && last?.type === 'text' && !last.marks.includes('code')) {
      // Spaces before a line break belong to the way it is written.
      const words = last.text.trimEnd()
      runs.splice(-1, 1, ...(words === '' ? [] : [{ ...last, text: words }]))
    }
    if (isAlike) runs[runs.length - 1] = { ...last, text: last.text + run.text }
    else if (run.type !== 'break' || runs.length > 0) runs.push(run)
  }
  return runs
}

function isSame(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark, index) => mark === other[index])
}

type Style = { marks: readonly Mark[]; link?: string }

function readNode(node: PhrasingContent, style: Style, context: InlineContext): Run[] {
  const styled = (value: string): Run[] =>
    value === '' ? [] : [text(context.restore(value), [...style.marks], style.link)]
  const below = (children: readonly PhrasingContent[], more: Partial<Style>): Run[] =>
    children.flatMap((child) => readNode(child, { ...style, ...more }, context))
  const withMark = (mark: Mark): Mark[] => [...new Set([...style.marks, mark])]
  switch (node.type) {
    case 'text':
      return styled(onOneLine(node, context))
    case 'inlineCode':
      return [text(context.restore(node.value.replace(/\n/g, ' ')), withMark('code'), style.link)]
    case 'strong':
      return below(node.children, { marks: withMark('bold') })
    case 'emphasis':
      return below(node.children, { marks: withMark('italic') })
    case 'delete':
      return below(node.children, { marks: withMark('strike') })
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      if (isBare(node, context)) return styled(rawOrWords(node, context))
      // A link without words has nothing that could carry its address.
      return node.children.length === 0
        ? styled(raw(node, context))
        : below(node.children, { link: addressOf(node, context) })
    case 'linkReference':
      return below(node.children, { link: `[${labelOf(node, context)}]` })
    case 'footnoteReference': {
      const note = context.footnotes.get(node.identifier)
      return note === undefined ? styled(raw(node, context)) : [{ type: 'footnote', text: note }]
    }
    case 'image':
    case 'imageReference':
      return styled(raw(node, context))
    case 'html':
      return styled(node.value.replace(/[ \t]*\n[ \t]*/g, ' '))
    case 'textDirective':
      return styled(raw(node, context))
    default:
      return node satisfies never
  }
}

function raw(node: Node, context: InlineContext): string {
  return rawLines(node, context)
    .map((line, index) => (index === 0 ? line : line.trim()))
    .join(' ')
}

/** An address in the text, with or without angle brackets, is kept as written. */
function isBare(node: Link, { markdown }: InlineContext): boolean {
  return node.position === undefined || markdown[node.position.start.offset ?? 0] !== '['
}

function rawOrWords(node: Link, context: InlineContext): string {
  if (node.position) return raw(node, context)
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

/**
 * The title of a link follows its address, as in Markdown. An address in square brackets, which is not a label, is
 * written in angle brackets.
 */
function addressOf({ url, title }: Link, { restore }: InlineContext): string {
  const address = restore(url).replace(/^\[.*\]$/, '<$&>')
  return title ? `${address} "${restore(title)}"` : address
}

function labelOf(node: LinkReference, context: InlineContext): string {
  const written = raw(node, context)
  const whole = written.endsWith('[]') ? written.slice(0, -2) : written
  if (node.referenceType !== 'full') return whole.slice(1, -1)
  return /\[((?:[^[\]\\]|\\[\s\S])*)\]$/.exec(whole)?.[1] ?? node.label ?? ''
}

/** Text without soft line breaks, except for those at a line that is significant as a line. */
function onOneLine(node: { value: string } & Node, { lines }: InlineContext): string {
  if (!node.value.includes('\n')) return node.value
  const start = node.position?.start.line
  const stretches: string[] = []
  const parts = node.value.split(/[ \t]*\n[ \t]*/)
  for (const [index, part] of parts.entries()) {
    const [before, line] =
      start === undefined ? [parts[index - 1], part] : [lines[start + index - 2], lines[start + index - 1]]
    const isKept = isStructural(before) || isStructural(line)
    const last = stretches.at(-1)
    if (last === undefined || isKept) stretches.push(part)
    else stretches[stretches.length - 1] = `${last}\n${part}`
  }
  return stretches.map((stretch) => stretch.replace(BREAK_WITHOUT_SPACE, '').replace(/\n/g, ' ')).join('\n')
}

const TEMPLATES_AND_TAGS = new RegExp(`${TEMPLATE_IN_LINE.source}|</?[a-z][^<>]*>|<!--.*?-->`, 'gi')

/**
 * Lines that are significant as lines for other tools than Markdown: containers with colons, definitions, rows of a
 * table without its header, alerts, formulas, imports of MDX, the ends of template code over several lines.
 */
const STRUCTURAL =
  /^(?::::|: |\||\[!\w+\][-+]?$|\$\$|!!! |\?\?\? |[=+]{3,}$|import .*['"]|export (?:default|const|function)\b|\{%[^}]*$|[^{]*%\}$)/

/** Such a line, or one of only template code and tags. */
function isStructural(line: string | undefined): boolean {
  const bare = (line ?? '').replace(/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*/, '').trim()
  return bare !== '' && (STRUCTURAL.test(bare) || bare.replace(TEMPLATES_AND_TAGS, '').trim() === '')
}
