import { MAX_NESTING } from './limits'

/** An element of XML, with the places of its tags in the source, so that something can be put in there. */
export type MarkupElement = {
  name: string
  attributes: Record<string, string>
  children: MarkupNode[]
  /** Where the opening tag ends; equal to `end` for `<a/>`. */
  contentStart: number
  end: number
}
export type MarkupNode = MarkupElement | string

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/y

/**
 * Well-formed XML, and HTML written as XML, as a tree below one element without a name; null where it is not well
 * formed, declares a DOCTYPE (entities are how a small file grows into a large one) or nests too deeply.
 */
export function markupTree(source: string): MarkupElement | null {
  const top: MarkupElement = { name: '', attributes: {}, children: [], contentStart: 0, end: source.length }
  const open = [top]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source)
    const parent = open.at(-1)
    if (!match || !parent) return null
    const [token, cdata, slash, name, attributes, empty] = match
    if (cdata !== undefined) parent.children.push(cdata)
    else if (name === undefined) {
      if (!token.startsWith('<')) parent.children.push(decodeEntities(token))
    } else if (slash === '/') {
      if (open.length === 1 || parent.name !== name) return null
      parent.end = TOKEN.lastIndex
      open.pop()
    } else {
      const at = TOKEN.lastIndex
      const element = { name, attributes: readAttributes(attributes ?? ''), children: [], contentStart: at, end: at }
      parent.children.push(element)
      if (empty === '') open.push(element)
      if (open.length > MAX_NESTING) return null
    }
  }
  return open.length === 1 ? top : null
}

/** The elements among the children, in order. */
export function childElements(element: MarkupElement): MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => typeof child !== 'string')
}

/** All text in an element, without its tags. */
export function textIn(node: MarkupNode): string {
  return typeof node === 'string' ? node : node.children.map(textIn).join('')
}

const ENTITIES = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00A0',
    shy: '\u00AD',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    middot: '·',
    copy: '©',
    euro: '€',
    sect: '§',
  }),
)

/** Character references as characters; a name that is not known stays as it is written. */
export function decodeEntities(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(name) ?? whole
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name !== undefined) attributes[name] = decodeEntities(double ?? single ?? '')
  return attributes
}
