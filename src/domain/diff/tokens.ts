import type { Numbers } from '../alignment/numbers'
import type { Attributes, BlockKind, Mark, Run } from '../richText'

/** How a stretch of text looks. */
export type Format = { marks: Mark[]; link?: string }

/** The smallest thing that can be added or removed: a whole word or number, one other sign, or an inline object. */
export type Token = {
  /** Two tokens are equal when their keys are. */
  key: string
  from: number
  to: number
  isWord: boolean
  /** Set where the token stands for something that is not text. */
  object?: { kind: 'break' | 'footnote' | 'end'; text: string; block?: Ended }
}

/** A block that ended, seen from the text that it was joined to. */
export type Ended = { id: string; kind: BlockKind; attrs: Attributes }

/** Runs made ready for comparison: one string, its tokens without the white space, and who is bold where. */
export type Reading = {
  text: string
  tokens: Token[]
  /** The keys of the tokens as numbers: equal keys, equal numbers. */
  numbers: Int32Array
  /** Ends of the stretches of one format, in order; each starts where the one before ends. */
  formats: { to: number; format: Format }[]
}

/** Stands in the text for a break or a footnote. */
export const OBJECT = '\uFFFC'

/** Scripts that write no spaces between words: one sign is one token, as nobody can say where a word ends. */
export const WITHOUT_SPACES =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** What joins or parts letters and is not seen: within a word it belongs to it (Persian, Indic scripts, soft hyphens). */
const UNSEEN = '\\u00ad\\u200c\\u200d'
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}\\p{M}])`
/** What may stand inside a word (l'équipe, Sinti-und-Roma) and inside a number (3,5 · 10:30 · 1 000). */
const INSIDE = [
  `['’ʼ·\\-\\u2010\\u2011${UNSEEN}](?=${LETTER})`,
  '(?<=\\p{Nd})[.,:](?=\\p{Nd})',
  '(?<=(?<!\\p{Nd})\\p{Nd}{1,3})[ \\u00a0\\u202f](?=\\p{Nd}{3}(?!\\p{Nd}))',
].join('|')

// Not Intl.Segmenter: it cuts c'est-à-dire and e-mail to pieces and is quadratic on long strings in Node 20.
const TOKEN = new RegExp(`(${LETTER}+(?:(?:${INSIDE})${LETTER}+)*|[${WITHOUT_SPACES}]\\p{M}*)|\\S`, 'gu')

/** Reads runs once, for any number of comparisons with readings of the same numbering. */
export function readRuns(runs: Run[], numberOf: Numbers): Reading {
  let text = ''
  const formats: Reading['formats'] = []
  const objects = new Map<number, Token['object']>()
  for (const run of runs) {
    if (run.type === 'text') {
      text += run.text
      formats.push({ to: text.length, format: formatOf(run.marks, run.link) })
    } else {
      objects.set(text.length, { kind: run.type, text: run.type === 'footnote' ? run.text : '\n' })
      text += OBJECT
      formats.push({ to: text.length, format: { marks: [] } })
    }
  }
  const tokens = tokensOf(text, objects)
  const numbers = new Int32Array(tokens.length)
  for (let index = 0; index < tokens.length; index++) numbers[index] = numberOf(tokens[index]?.key ?? '')
  return { text, tokens, numbers, formats }
}

/** Readings one after the other, with a token between them that says that a block ended there. */
export function joinReadings({
  parts,
  numberOf,
}: {
  parts: { reading: Reading; block: Ended }[]
  numberOf: Numbers
}): Reading {
  const joined: Reading = { text: '', tokens: [], numbers: new Int32Array(), formats: [] }
  const numbers: number[] = []
  parts.forEach(({ reading, block }, index) => {
    if (index > 0) {
      const from = joined.text.length
      joined.tokens.push({ key: 'end', from, to: from + 1, isWord: false, object: { kind: 'end', text: '\n', block } })
      joined.formats.push({ to: from + 1, format: { marks: [] } })
      numbers.push(numberOf('end'))
      joined.text += OBJECT
    }
    const start = joined.text.length
    for (const token of reading.tokens) joined.tokens.push({ ...token, from: token.from + start, to: token.to + start })
    for (const { to, format } of reading.formats) joined.formats.push({ to: to + start, format })
    for (const number of reading.numbers) numbers.push(number)
    joined.text += reading.text
  })
  return { ...joined, numbers: Int32Array.from(numbers) }
}

/** How many words a reader would count. */
export function countWords(text: string): number {
  let count = 0
  // No word runs on over the end of a line, and a line by itself is mostly one of those that are read fast.
  for (const line of text.split('\n')) for (const { isWord } of tokensOf(line, NO_OBJECTS)) if (isWord) count++
  return count
}

const NO_OBJECTS: ReadonlyMap<number, Token['object']> = new Map()

/** About how many words there are, at the cost of one look at every letter: for weights and thresholds. */
export function roughWords(text: string): number {
  let count = 0
  let inside = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x0e00 && standsAlone(code)) {
      count++
      inside = false
    } else if (code <= 32 || code === 0xa0) inside = false
    else if (!inside && isWordStart(code)) {
      count++
      inside = true
    }
  }
  return count
}

/** The blocks of `WITHOUT_SPACES`, near enough for weights: every sign counts. */
function standsAlone(code: number): boolean {
  if (code < 0x2e80) return code < 0x0f00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)
  return code < 0xac00 || code >= 0xd7b0
}

/** Letters and figures; of what is not ASCII, everything. */
function isWordStart(code: number): boolean {
  return code > 127 || (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122)
}

export function sameFormat(one: Format, other: Format): boolean {
  return (
    one.link === other.link &&
    one.marks.length === other.marks.length &&
    one.marks.every((mark, index) => mark === other.marks[index])
  )
}

function formatOf(marks: Mark[], link: string | undefined): Format {
  return link === undefined ? { marks } : { marks, link }
}

/** Exported for the test that holds the two ways against each other. */
export function tokensByPattern(text: string, objects: ReadonlyMap<number, Token['object']> = new Map()): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const from = match.index
    const to = from + match[0].length
    const object = objects.get(from)
    const isWord = match[1] !== undefined
    if (object) tokens.push({ key: `${object.kind}\n${object.text.normalize('NFC')}`, from, to, isWord, object })
    else tokens.push({ key: keyOf(match[0], isWord, from > end), from, to, isWord })
    end = to
  }
  return tokens
}

function tokensOf(text: string, objects: ReadonlyMap<number, Token['object']>): Token[] {
  return isLatin(text) ? latinTokens(text) : tokensByPattern(text, objects)
}

/** Nothing but the letters, figures, signs and single spaces of Western Europe: no marks, no objects. */
function isLatin(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0x24f && code !== RIGHT_QUOTE) return false
    if (code < 32 || code === 0xa0 || code === 0xad || (code >= 127 && code < 0xa0)) return false
  }
  return true
}

const RIGHT_QUOTE = 0x2019

/** The tokens that `TOKEN` finds, for texts of which `isLatin` holds: several times as fast, and most texts are of this kind. */
function latinTokens(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (let from = 0; from < text.length; ) {
    const code = text.charCodeAt(from)
    if (code === 32) {
      from++
      continue
    }
    const isWord = isLatinLetter(code)
    const to = isWord ? endOfWord(text, from) : from + 1
    const sign = text.slice(from, to)
    tokens.push({ key: !isWord && from > end ? ` ${sign}` : sign, from, to, isWord })
    end = from = to
  }
  return tokens
}

function endOfWord(text: string, from: number): number {
  let to = from + 1
  for (;;) {
    while (to < text.length && isLatinLetter(text.charCodeAt(to))) to++
    const code = text.charCodeAt(to)
    const goesOn = to + 1 < text.length && isLatinLetter(text.charCodeAt(to + 1)) && joins({ text, at: to, code })
    if (!goesOn) return to
    to += 2
  }
}

/** Whether a sign with a letter or figure behind it stands inside a word or a number; see `INSIDE`. */
function joins({ text, at, code }: { text: string; at: number; code: number }): boolean {
  if (code === 0x27 || code === 0x2d || code === 0xb7 || code === RIGHT_QUOTE) return true
  const isBetweenFigures = isFigure(text.charCodeAt(at - 1)) && isFigure(text.charCodeAt(at + 1))
  if (!isBetweenFigures) return false
  if (code === 0x2e || code === 0x2c || code === 0x3a) return true
  if (code !== 32) return false
  let before = 1
  while (before < 4 && isFigure(text.charCodeAt(at - 1 - before))) before++
  const isGroup =
    isFigure(text.charCodeAt(at + 2)) && isFigure(text.charCodeAt(at + 3)) && !isFigure(text.charCodeAt(at + 4))
  return before < 4 && isGroup
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Letters and figures as Unicode has them, up to U+024F: superscripts, fractions and ordinals are among them. */
function isLatinLetter(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122)
  if (code >= 0xc0) return code !== 0xd7 && code !== 0xf7 && code <= 0x24f
  return code === 0xaa || code === 0xb5 || code === 0xba || isNumberSign(code)
}

function isNumberSign(code: number): boolean {
  return code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0xbc && code <= 0xbe)
}

/**
 * White space is no token, so that it never counts as something in common. That “mot:” became “mot :” is seen all the
 * same: a sign knows whether it follows a space. All kinds of space are one, and soft hyphens are none.
 */
function keyOf(text: string, isWord: boolean, afterSpace: boolean): string {
  const spelled = isWord ? text.replace(/\u00ad/gu, '') : text
  const plain = spelled.normalize('NFC').replace(/\s/gu, ' ')
  return !isWord && afterSpace ? ` ${plain}` : plain
}
