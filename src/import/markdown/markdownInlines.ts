import type { Image, ImageReference, Node, PhrasingContent } from 'mdast'
import { type Mark, text } from '@/domain/richText/richText'
import { takenLink } from '@/domain/safeUrl'
import { cleanText } from '../cleanRuns'
import { type Inline, plainTextWithAddresses, takeApart } from '../inline'
import { type MarkdownContext, placeOf } from './markdownContext'
import { markdownPicture } from './markdownPicture'
import { activePart, htmlTokens, MARK_OF_TAG } from './rawHtml'

type Style = {
  marks: readonly Mark[]
  link?: string
  /** Marks of HTML elements that are open at this place; shared by the whole line. */
  htmlMarks: Mark[]
}

/** A soft line break between two characters of a script without spaces is not a space. */
export const BREAK_WITHOUT_SPACE =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}，。、；：）」])[ \t]*\n[ \t]*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}（「])/gu

/** The content of one line: a paragraph, a heading, a cell. */
export function markdownInlines(nodes: readonly PhrasingContent[], context: MarkdownContext): Inline[] {
  return readAll(nodes, { marks: [], htmlMarks: [] }, context)
}

function readAll(nodes: readonly PhrasingContent[], style: Style, context: MarkdownContext): Inline[] {
  return nodes.flatMap((node) => readOne(node, style, context))
}

function readOne(node: PhrasingContent, style: Style, context: MarkdownContext): Inline[] {
  const withMark = (mark: Mark): Style => ({ ...style, marks: [...style.marks, mark] })
  switch (node.type) {
    case 'text':
      return [styled(node.value.replace(BREAK_WITHOUT_SPACE, ''), style)]
    case 'inlineCode':
      // The end of a line within code is a space (CommonMark 6.1).
      return [styled(node.value.replace(/\r?\n/g, ' '), withMark('code'))]
    case 'strong':
      return readAll(node.children, withMark('bold'), context)
    case 'emphasis':
      return readAll(node.children, withMark('italic'), context)
    case 'delete':
      return readAll(node.children, withMark('strike'), context)
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      return readAll(node.children, { ...style, ...allowedLink(node.url, node, context) }, context)
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier)
      const link = definition ? allowedLink(definition.url, node, context) : {}
      return readAll(node.children, { ...style, ...link }, context)
    }
    case 'image':
      return picture({ url: node.url, title: node.title ?? '', node, context })
    case 'imageReference': {
      const definition = context.definitions.get(node.identifier)
      return picture({ url: definition?.url ?? '', title: definition?.title ?? '', node, context })
    }
    case 'footnoteReference':
      return footnote(node.identifier, context)
    case 'html':
      return readHtml(node.value, node, style, context)
    case 'textDirective':
      return [styled(`:${node.name}`, style), ...readAll(node.children, style, context)]
    default:
      return node satisfies never
  }
}

function styled(value: string, { marks, htmlMarks, link }: Style): Inline {
  return text(value, [...marks, ...htmlMarks], link)
}

function allowedLink(url: string, node: Node, context: MarkdownContext): { link?: string } {
  const link = takenLink(url)
  if (link !== null) return { link }
  const address = url.slice(0, 60)
  context.book.note({ kind: 'loss', source: placeOf(context, node), key: 'import.link-dropped', params: { address } })
  return {}
}

function picture({
  url,
  title,
  node,
  context,
}: {
  url: string
  title: string
  node: Image | ImageReference
  context: MarkdownContext
}): Inline[] {
  const found = markdownPicture({ url, alt: node.alt ?? '', caption: title, node, context })
  return found ? [{ type: 'picture', picture: found }] : []
}

/** A note contains plain text only: its paragraphs become one, and the addresses of links are written out. */
function footnote(identifier: string, context: MarkdownContext): Inline[] {
  const definition = context.footnotes.get(identifier)
  // A note that refers to itself, directly or through another one, would never end.
  if (!definition || context.openFootnotes.has(identifier) || context.footnoteCount.isFull()) return []
  context.usedFootnotes.add(identifier)
  context.openFootnotes.add(identifier)
  const paragraphs = definition.children.flatMap((child) => (child.type === 'paragraph' ? [child] : []))
  const source = placeOf(context, definition)
  if (paragraphs.length < definition.children.length)
    context.book.note({ kind: 'loss', source, key: 'import.footnote-blocks' })
  const runs = paragraphs.map((paragraph) => takeApart(markdownInlines(paragraph.children, context)).runs)
  context.openFootnotes.delete(identifier)
  if (runs.flat().some((run) => run.type === 'text' && run.marks.length > 0))
    context.book.tally({ kind: 'loss', source: context.path, key: 'import.footnote-formatting' })
  return context.footnoteCount.take(runs.map(plainTextWithAddresses).join(' '))
}

/** One tag or comment within a line. Formatting applies until it is closed or the line ends. */
function readHtml(html: string, node: Node, style: Style, context: MarkdownContext): Inline[] {
  const tokens = htmlTokens(html)
  const source = placeOf(context, node)
  const active = activePart(tokens)
  if (active !== null) {
    context.book.note({ kind: 'problem', source, key: 'import.active-html', params: { html: active } })
    return []
  }
  return tokens.flatMap((token): Inline[] => {
    if (token.type === 'text') return [styled(cleanText(token.text), style)]
    const mark = MARK_OF_TAG.get(token.name)
    if (mark) openOrClose({ marks: style.htmlMarks, mark, type: token.type })
    else if (token.name === 'br') return [{ type: 'break' }]
    else if (token.type === 'open')
      context.book.tally({ kind: 'loss', source, key: 'import.html-dropped', params: { tag: `<${token.name}>` } })
    return []
  })
}

export function openOrClose({ marks, mark, type }: { marks: Mark[]; mark: Mark; type: 'open' | 'close' }): void {
  if (type === 'open') marks.push(mark)
  else if (marks.includes(mark)) marks.splice(marks.lastIndexOf(mark), 1)
}
