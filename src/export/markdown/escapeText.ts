import { CHARACTER_REFERENCE, KEPT_ESCAPE, TEMPLATE_IN_LINE } from '@/import/markdown/verbatim'

export type TextPlace = {
  /** The text directly before and after this one in the file; a line end at the ends of a block. */
  before: string
  after: string
  isInCell: boolean
  /** No block can begin inside it: a heading, a cell. */
  isOneLine: boolean
  isInLabel: boolean
  /** The text begins an item, where brackets may be a tick box. */
  isItem: boolean
  /** The text is the first thing in its block. */
  isBlockStart: boolean
  /** Characters that occur once in the whole block and so open nothing. */
  lone: ReadonlySet<string>
  /** The normalised names of link definitions in the file. */
  definitions: ReadonlySet<string>
  /** The text is source: its HTML, template code and addresses are kept. */
  isSource: boolean
}

/** Escapes text so that it is read back as this text, with as few backslashes as possible. */
export function escapeText(value: string, place: TextPlace): string {
  const verbatim = place.isSource ? verbatimAt(value) : new Map<number, string>()
  let written = ''
  let at = 0
  const put = (words: string, length: number): void => {
    written += words
    at += length
  }
  while (at < value.length) {
    const begins = at === 0 ? place.before === '\n' : value[at - 1] === '\n'
    if (begins) {
      const opening = lineStart(value.slice(at), { ...place, isFirst: at === 0 && place.isBlockStart })
      if (opening) put(opening.written, opening.length)
      if (at >= value.length) break
    }
    const kept = verbatim.get(at)
    if (!place.isSource && !place.isInLabel && wouldBeLink(value, at)) written += NO_LINK
    if (kept === undefined) put(escapeAt(value, at, place, verbatim), 1)
    else put(place.isInCell && !kept.startsWith('{') ? kept.replace(/(?<!\\)\|/g, '\\|') : kept, kept.length)
  }
  return written
}

// No character may be ambiguous: what is opened and never closed would take 2^n attempts.
const TEMPLATE = TEMPLATE_IN_LINE.source
const PLAIN = `(?!${TEMPLATE})`
const ATTRIBUTE = `\\s+[a-z_:][\\w.:-]*(?:\\s*=\\s*(?:"[^"]*"|'[^']*'|(?:${TEMPLATE}|${PLAIN}[^\\s"'=<>\`])+))?`
const TAG = `</?[a-z][a-z0-9-]*(?:${ATTRIBUTE})*\\s*/?>`
const HTML = `${TAG}|<!--(?:(?!-->)[^])*-->|<\\?(?:(?!\\?>)[^])*\\?>|<![a-z][^>]*>`
const AUTOLINK = `<[a-z][a-z0-9+.-]{1,31}:(?:${TEMPLATE}|${PLAIN}[^\\s<>])*>|<[^\\s<>@]+@[^\\s<>]+>`
const ADDRESS = '(?:https?://|www\\.)[^\\s<>[\\]`|]*[^\\s<>[\\]`|.,:;!?"\'()]'
const LABEL = '\\[(?:[^[\\]\\\\]|\\\\.|\\[(?:[^[\\]\\\\]|\\\\.)*\\])*\\]'
const IN_BRACKETS = `${TEMPLATE}|"[^"]*"|\\\\.`
const NESTED = '\\((?:\\\\.|(?!\\\\.)[^()])*\\)'
const IMAGE = `!${LABEL}(?:\\((?:<[^<>]*>)?(?:${IN_BRACKETS}|${NESTED}|(?!${IN_BRACKETS})[^()])*\\)|\\[[^\\]]*\\])`
const EMPTY_LINK = '\\[\\]\\((?:\\([^()]*\\)|[^()])*\\)'
const VERBATIM = new RegExp(
  [TEMPLATE, CHARACTER_REFERENCE.source, KEPT_ESCAPE.source, HTML, AUTOLINK, ADDRESS, IMAGE, EMPTY_LINK].join('|'),
  'gi',
)

/** The parts of a source text that are kept as written, by their position. */
function verbatimAt(value: string): Map<number, string> {
  if (!/[<{&\\!]|www\.|:\/\/|\[\]/i.test(value)) return new Map()
  return new Map([...value.matchAll(VERBATIM)].map((found) => [found.index, found[0]]))
}

/** A comment, which readers do not see, and after which an address is not a link. */
const NO_LINK = '<!-- -->'

/** Whether an address that is not a link in the text is at a place where that must be made explicit. */
function wouldBeLink(value: string, at: number): boolean {
  switch (value.charAt(at)) {
    case '/':
      return /https?:$/i.test(value.slice(Math.max(0, at - 6), at)) && value.charAt(at + 1) === '/'
    case '.':
      return /www$/i.test(value.slice(Math.max(0, at - 3), at))
    case '@':
      return /[\p{L}\p{N}.+_-]/u.test(value.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(value.charAt(at + 1))
    default:
      return false
  }
}

const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|script|search|section|style|summary|table|tbody|td|textarea|tfoot|' +
  'th|thead|title|tr|track|ul|pre'
/** The beginnings of a block of HTML: CommonMark 4.6, kinds 1 to 6, and 7, which is a single tag. */
const HTML_BLOCK = new RegExp(`^<(?:!--|\\?|![a-z]|/?(?:${BLOCK_TAGS})(?=[\\s/>]|$))`, 'i')
const TAG_ALONE = new RegExp(`^${TAG}[ \\t]*(?=\\n|$)`, 'i')
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*(?=\n|$)/

/** The beginning of a line that would begin a block of another kind. */
function lineStart(rest: string, place: TextPlace & { isFirst: boolean }): { written: string; length: number } | null {
  const { isFirst, isItem, isOneLine, isSource, after } = place
  if (isOneLine) return null
  const space = /^[ \t]+/.exec(rest)?.[0].length ?? 0
  if (space > 0) {
    const behind = lineStart(rest.slice(space), place)
    return { written: behind?.written ?? '', length: space + (behind?.length ?? 0) }
  }
  // A line inside a source text: four spaces, which are dropped again, prevent it from beginning a block.
  const isWithin = isSource && !isFirst
  const number = /^(\d{1,9})[.)](?=\s|$)/.exec(rest)?.[1]
  if (number !== undefined && !isWithin) return { written: `${number}\\`, length: number.length }
  const opens =
    number !== undefined ||
    /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:[-_*][ \t]*){3,}(?=\n|$)|::[a-z]|~{3}|`{3})/i.test(rest) ||
    (/^:{3}/.test(rest) && (!isSource || /^:+[a-z]/i.test(rest))) ||
    HTML_BLOCK.test(rest) ||
    (isFirst && TAG_ALONE.test(after.startsWith('\n') ? rest : `${rest}.`)) ||
    (isItem && isFirst && /^\[[ x]\]\s/i.test(rest)) ||
    (!isFirst && (/^(?:=+|-+)[ \t]*(?=\n|$)/.test(rest) || DELIMITER_ROW.test(rest))) ||
    /^\[[^\]\n]+\]:/.test(rest)
  if (!opens) return null
  return isWithin ? { written: '    ', length: 0 } : { written: `\\${rest.charAt(0)}`, length: 1 }
}

function escapeAt(value: string, at: number, place: TextPlace, verbatim: ReadonlyMap<number, string>): string {
  const sign = value.charAt(at)
  if (!SIGNS.has(sign)) return sign
  const before = at === 0 ? place.before.slice(-1) : value.charAt(at - 1)
  const after = at === value.length - 1 ? place.after.charAt(0) : value.charAt(at + 1)
  return isNeeded({ sign, before, after, rest: value.slice(at), hidden: verbatim.has(at + 1) }, place)
    ? `\\${sign}`
    : sign
}

type Sign = { sign: string; before: string; after: string; rest: string; hidden: boolean }

const SIGNS = new Set([...'\\`*_~[]!<&|#'])

function isNeeded({ sign, before, after, rest, hidden }: Sign, place: TextPlace): boolean {
  const isOpen = !isSpace(before) || !isSpace(after)
  switch (sign) {
    case '\\':
      return !hidden && /[!-/:-@[-`{-~\n]/.test(after)
    case '`':
      return !place.lone.has(sign)
    case '*':
    case '~':
      return isOpen && !place.lone.has(sign)
    case '_':
      return isOpen && !place.lone.has(sign) && (isSpace(before) || isSpace(after) || isSign(before) || isSign(after))
    case '[':
      return place.isInLabel || mayRefer(rest, place)
    case ']':
      return place.isInLabel || after === '('
    case '!':
      return rest.length === 1 && after === '['
    case '<':
      return place.isSource
        ? /^<[a-z/!?][^>]*$/i.test(rest) && !isSpace(place.after.charAt(0))
        : /[a-z/!?]/i.test(after)
    case '&':
      return !place.isSource && new RegExp(`^${CHARACTER_REFERENCE.source}`, 'i').test(rest)
    case '|':
      return place.isInCell
    default:
      // `#` at the end of a heading, after a space, belongs to the heading's own characters.
      return before === ' ' && /^#+$/.test(rest) && isSpace(place.after.charAt(0))
  }
}

/** Whether brackets may be a link through a definition of the file. */
function mayRefer(rest: string, { definitions, after }: TextPlace): boolean {
  if (definitions.size === 0) return false
  const label = /^\[((?:[^[\]\\]|\\.)*)\]/.exec(rest)?.[1]
  return label === undefined ? !isSpace(after.charAt(0)) : definitions.has(foldedLabel(label))
}

export function foldedLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase()
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character)
}

function isSign(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character)
}
