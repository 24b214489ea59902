import type { Mark } from '@/domain/richText/richText'
import { decodeEntities } from '../decodeEntities'

export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open' | 'close'; name: string; attributes: Record<string, string> }

/** Elements that become formatting. */
export const MARK_OF_TAG: ReadonlyMap<string, Mark> = new Map([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['code', 'code'],
])

const ACTIVE = new Set([
  ...['script', 'iframe', 'object', 'embed', 'form', 'svg', 'style', 'link', 'base', 'meta', 'applet', 'frame'],
  ...['frameset', 'math', 'template', 'noscript'],
])

/**
 * Raw HTML of Markdown as tokens, without its comments. This is not a browser's parser: only the text and the
 * formatting of the HTML are kept, so it only has to find the tags, and never to repair the tree.
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const token =
    /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*(?:>|$)|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)(?:>|$)|[^<]+|</gi
  for (const [whole, slash, name, attributes] of html.matchAll(token)) {
    if (name !== undefined)
      tokens.push({
        type: slash === '/' ? 'close' : 'open',
        name: name.toLowerCase(),
        attributes: readAttributes(attributes ?? ''),
      })
    else if (!/^<[!?]/.test(whole)) tokens.push({ type: 'text', text: decodeEntities(whole) })
  }
  return tokens
}

/**
 * What in these tokens could run or load something: the tag or the attribute, for the message; null if nothing could.
 */
export function activePart(tokens: readonly HtmlToken[]): string | null {
  for (const token of tokens) {
    if (token.type !== 'open') continue
    if (ACTIVE.has(token.name)) return `<${token.name}>`
    for (const [name, value] of Object.entries(token.attributes)) {
      if (/^on/.test(name)) return `<${token.name} ${name}="…">`
      if (/^(?:javascript|vbscript|data:text\/html)/i.test(value.replace(/[\s\p{Cc}]/gu, '')))
        return `<${token.name} ${name}="${value.trim().slice(0, 20)}…">`
    }
  }
  return null
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
  for (const [, name, double, single, bare] of source.matchAll(attribute))
    if (name !== undefined) attributes[name.toLowerCase()] = decodeEntities(double ?? single ?? bare ?? '')
  return attributes
}
