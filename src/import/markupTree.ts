import { SaxesParser } from 'saxes'
import { MAX_NESTING } from './limits'

/** An XML element, with the positions of its tags in the source, so that text can be inserted there. */
export type MarkupElement = {
  name: string
  attributes: Record<string, string>
  children: MarkupNode[]
  /** The end of the opening tag; equal to `end` for `<a/>`. */
  contentStart: number
  end: number
}
export type MarkupNode = MarkupElement | string

/**
 * Well-formed XML as a tree below one element without a name; null if it is not well formed, declares a DOCTYPE
 * (entities can turn a small file into a large one) or nests too deeply.
 */
export function markupTree(source: string): MarkupElement | null {
  const top: MarkupElement = { name: '', attributes: {}, children: [], contentStart: 0, end: source.length }
  const open = [top]
  const parser = new SaxesParser()
  const add = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', ({ name, attributes }) => {
    const at = parser.position
    const element = { name, attributes, children: [], contentStart: at, end: at }
    open.at(-1)?.children.push(element)
    if (open.push(element) > MAX_NESTING) refuse()
  })
  parser.on('closetag', () => Object.assign(open.pop() ?? top, { end: parser.position }))
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    parser.write(source).close()
    return top
  } catch (error) {
    if (error instanceof NoTree) return null
    throw error
  }
}

class NoTree extends Error {}

/** The parser continues after an error unless its listener throws. */
function refuse(): never {
  throw new NoTree()
}

/** The child elements, in order. */
export function childElements(element: MarkupElement): MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => typeof child !== 'string')
}

/** All text in an element, without its tags. */
export function textIn(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}
