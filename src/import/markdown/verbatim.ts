/**
 * Code for a site generator inside a line: Liquid and Jinja tags and outputs, kramdown's attribute lists, comments of
 * MDX. It never crosses the end of a line or a backtick, because it may then be code that is shown.
 */
export const TEMPLATE_IN_LINE =
  /\{%(?:(?!%\})[^\n`])*%\}|\{\{(?:(?!\}\})[^\n`])*\}\}|\{:[^}\n`]*\}|\{\/\*(?:(?!\*\/)[^\n`])*\*\/\}/

/** `&nbsp;`, `&#8211;`: kept as written. */
export const CHARACTER_REFERENCE = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/i

/** Escapes that Markdown itself would not need: somebody wrote them for HTML, a template or the browser. */
export const KEPT_ESCAPE = /\\[{}$@'"%&,/;=?^<]/

const KEPT = new RegExp(`${TEMPLATE_IN_LINE.source}|${CHARACTER_REFERENCE.source}|${KEPT_ESCAPE.source}`, 'gi')
const ESCAPE_OR_KEPT = new RegExp(`\\\\[^{}$@'"%&,/;=?^<\\n]|${KEPT.source}`, 'gi')

export type Shielded = {
  markdown: string
  /** Restores everything that was hidden in a string. */
  restore: (value: string) => string
}

/** Ideographic description characters: symbols to Markdown, and practically never in a text. */
const SYMBOLS = Array.from({ length: 12 }, (_, index) => String.fromCharCode(0x2ff0 + index))

/**
 * Hides what must stay as written from the Markdown parser. A placeholder that the parser treats as a symbol replaces
 * each place, because the parser would treat the first and last character of what is hidden as one too.
 */
export function shielded(markdown: string): Shielded {
  const symbol = SYMBOLS.find((one) => !markdown.includes(one))
  if (symbol === undefined) return { markdown, restore: (value) => value }
  const hidden: string[] = []
  const shieldedText = markdown.replace(ESCAPE_OR_KEPT, (found) => {
    if (found.startsWith('\\') && !KEPT_ESCAPE.test(found)) return found
    hidden.push(found)
    return symbol + inPrivateDigits(hidden.length - 1) + symbol
  })
  const sign = new RegExp(`${symbol}([\uE000-\uE009]+)${symbol}`, 'g')
  const restore = (value: string): string =>
    value.includes(symbol) ? value.replace(sign, (_, digits: string) => hidden[fromPrivateDigits(digits)] ?? '') : value
  return { markdown: shieldedText, restore }
}

function inPrivateDigits(place: number): string {
  return [...String(place)].map((digit) => String.fromCharCode(0xe000 + Number(digit))).join('')
}

function fromPrivateDigits(digits: string): number {
  return Number([...digits].map((digit) => digit.charCodeAt(0) - 0xe000).join(''))
}
