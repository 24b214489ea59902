import { withoutFormatSigns } from '../alignment/formatSigns'
import type { Numbers } from '../alignment/numbers'
import type { BlockKind } from '../richText/blockKinds'
import type { Attributes, Run } from '../richText/richText'
import { type Format, formatOf } from '../richText/runs'

/** The smallest unit of a difference: a whole word or number, one other character, or an inline object. */
export type Token = {
  /** Two tokens are equal when their keys are. */
  key: string
  from: number
  to: number
  isWord: boolean
  object?: { kind: 'break' | 'footnote' | 'end'; text: string; block?: Ended }
}

/** A block whose text is read together with that of the block before it. */
export type Ended = { id: string; kind: BlockKind; attrs: Attributes }

/** Runs prepared for comparison: one string, its tokens without the white space, and the format of each part. */
export type Reading = {
  text: string
  tokens: Token[]
  /** The keys of the tokens as numbers: equal keys have equal numbers. */
  numbers: Int32Array
  /** Where each stretch of one format ends, in order; the next one starts there. */
  formats: { to: number; format: Format }[]
}

/** The character that represents a break or a footnote in the text. */
export const OBJECT = '\uFFFC'

/** Scripts that write no spaces between words: each character is one token. */
export const WITHOUT_SPACES =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
/** Invisible characters that join or separate letters; inside a word they belong to it (Persian, Indic scripts, soft hyphens). */
const UNSEEN = '\\u00ad\\u200c\\u200d'
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}\\p{M}])`
/** What can be inside a word (l'équipe, Sinti-und-Roma) or a number (3,5 · 10:30 · 1 000). */
const INSIDE = [
  `['’ʼ·\\-\\u2010\\u2011${UNSEEN}](?=${LETTER})`,
  '(?<=\\p{Nd})[.,:](?=\\p{Nd})',
  '(?<=(?<!\\p{Nd})\\p{Nd}{1,3})[ \\u00a0\\u202f](?=\\p{Nd}{3}(?!\\p{Nd}))',
].join('|')

// Intl.Segmenter splits c'est-à-dire and e-mail, and is quadratic on long strings in Node 20.
const TOKEN = new RegExp(`(${LETTER}+(?:(?:${INSIDE})${LETTER}+)*|[${WITHOUT_SPACES}]\\p{M}*)|[\\S\\ufeff]`, 'gu')

/** The inline objects of a text by their position. */
type Objects = ReadonlyMap<number, Token['object']>

/** Reads runs for comparison with other readings that use the same numbers. */
export function readRuns(runs: Run[], numberOf: Numbers): Reading {
  let text = ''
  const formats: Reading['formats'] = []
  const objects = new Map<number, Token['object']>()
  for (const run of runs) {
    if (run.type === 'text') text += run.text
    else {
      objects.set(text.length, { kind: run.type, text: run.type === 'footnote' ? run.text : '\n' })
      text += OBJECT
    }
    formats.push({ to: text.length, format: run.type === 'text' ? formatOf(run) : { marks: [] } })
  }
  const tokens = tokensOf(text, objects)
  return { text, tokens, numbers: new Int32Array(tokens.map(({ key }) => numberOf(key))), formats }
}

/** No word has this key, because none contains a line break. */
const keyOfObject = ({ kind, text }: NonNullable<Token['object']>) => `${kind}\n${text.normalize('NFC')}`

/** Joins readings into one, with a token between them that marks the end of a block. */
export function joinReadings(parts: { reading: Reading; block: Ended }[], numberOf: Numbers): Reading {
  const joined: Reading = { text: '', tokens: [], numbers: new Int32Array(), formats: [] }
  parts.forEach(({ reading, block: { id, kind, attrs } }, index) => {
    if (index > 0) {
      const from = joined.text.length
      const object = { kind: 'end' as const, text: '\n', block: { id, kind, attrs } }
      joined.tokens.push({ key: keyOfObject(object), from, to: from + 1, isWord: false, object })
      joined.formats.push({ to: from + 1, format: { marks: [] } })
      joined.text += OBJECT
    }
    const start = joined.text.length
    for (const token of reading.tokens) joined.tokens.push({ ...token, from: token.from + start, to: token.to + start })
    for (const { to, format } of reading.formats) joined.formats.push({ to: to + start, format })
    joined.text += reading.text
  })
  return { ...joined, numbers: new Int32Array(joined.tokens.map(({ key }) => numberOf(key))) }
}

/** How many words a reader would count. */
export function countWords(text: string): number {
  let count = 0
  // No word continues on the next line, and most lines alone can take the fast path.
  for (const line of text.split('\n')) for (const { isWord } of tokensOf(line)) if (isWord) count++
  return count
}

/** An estimate of the number of words for weights and thresholds, much faster than `countWords`. */
export function roughWords(text: string): number {
  let count = 0
  let isInside = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isAlone = code >= 0x0e00 && ALONE.test(text.charAt(index))
    if (isAlone) count++
    if (isAlone || code <= 32 || code === 0xa0) isInside = false
    else if (!isInside && (code > 127 || (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122))) {
      isInside = true
      count++
    }
  }
  return count
}

/** The Unicode blocks of `WITHOUT_SPACES` and their neighbours: each character counts. Elsewhere a word ends at white space. */
const ALONE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uabff\ud7b0-\uffff]/

/** The tokens of any text, in all scripts. Exported for the test that compares the fast path with it. */
export function tokensByPattern(text: string, objects: Objects = new Map()): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    const from = match.index
    const to = from + match[0].length
    const [object, isWord] = [objects.get(from), match[1] !== undefined]
    if (object) tokens.push({ key: keyOfObject(object), from, to, isWord, object })
    else tokens.push({ key: keyOf(match[0], isWord, from > end), from, to, isWord })
    end = to
  }
  return tokens
}

/** The fast path: a pattern of ranges is three times as fast for texts in Western European letters without objects. */
function tokensOf(text: string, objects?: Objects): Token[] {
  if (BEYOND_LATIN.test(text)) return tokensByPattern(text, objects)
  let end = 0
  return (text.match(LATIN_TOKEN) ?? []).map((sign) => {
    const from = text.indexOf(sign, end)
    const isWord = sign.length > 1 || LATIN_WORD.test(sign)
    const key = !isWord && from > end ? ` ${sign}` : sign
    end = from + sign.length
    return { key, from, to: end, isWord }
  })
}

const BEYOND_LATIN = /[^ -~\u00a1-\u00ac\u00ae-\u024f’]/

/** Letters and digits of Unicode up to U+024F, with superscripts, fractions and ordinals. */
const LATIN_LETTER =
  '[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]'
/** `INSIDE` for these letters. */
const LATIN_INSIDE = [
  `['’·-](?=${LATIN_LETTER})`,
  '(?<=[0-9])[.,:](?=[0-9])',
  '(?<=(?<![0-9])[0-9]{1,3}) (?=[0-9]{3}(?![0-9]))',
].join('|')
const LATIN_WORD = new RegExp(LATIN_LETTER)
const LATIN_TOKEN = new RegExp(`${LATIN_LETTER}+(?:(?:${LATIN_INSIDE})${LATIN_LETTER}+)*|\\S`, 'g')

/**
 * White space is not a token, so two texts never have it in common. The key of a character says whether a space precedes it, so
 * “mot:” and “mot :” differ. All kinds of space are equal, and soft hyphens are ignored.
 */
function keyOf(text: string, isWord: boolean, afterSpace: boolean): string {
  const spelled = isWord ? withoutFormatSigns(text) : text
  const plain = spelled.normalize('NFC').replace(/\s/gu, ' ')
  return !isWord && afterSpace ? ` ${plain}` : plain
}
