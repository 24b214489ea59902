import type { Numbers } from '../alignment/numbers'
import type { BlockKind } from '../richText/blockKinds'
import type { Attributes, Run } from '../richText/richText'
import { type Format, formatOf } from '../richText/runs'

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
      formats.push({ to: text.length, format: formatOf(run) })
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

/** About how many words there are, several times as fast as to count them: for weights and thresholds. */
export function roughWords(text: string): number {
  return text.match(ROUGH_WORD)?.length ?? 0
}

/** The blocks of `WITHOUT_SPACES` and their neighbours: each sign counts. Elsewhere a word goes on to the next white space. */
const ALONE = '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uabff\ud7b0-\uffff]'
const ROUGH_WORD = new RegExp(`${ALONE}|[A-Za-z0-9\u0080-\uffff](?:(?!${ALONE})\\S)*`, 'g')

/** The tokens of any text, in all scripts. Exported for the test that holds the faster pattern against it. */
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

/** Most texts are in the letters of Western Europe, without marks and objects: a pattern of ranges is three times as fast there. */
function tokensOf(text: string, objects: ReadonlyMap<number, Token['object']>): Token[] {
  if (BEYOND_LATIN.test(text)) return tokensByPattern(text, objects)
  const tokens: Token[] = []
  let end = 0
  LATIN_TOKEN.lastIndex = 0
  for (let match = LATIN_TOKEN.exec(text); match; match = LATIN_TOKEN.exec(text)) {
    const [sign, word] = match
    const from = match.index
    const isWord = word !== undefined
    tokens.push({ key: !isWord && from > end ? ` ${sign}` : sign, from, to: from + sign.length, isWord })
    end = from + sign.length
  }
  return tokens
}

const BEYOND_LATIN = /[^ -~\u00a1-\u00ac\u00ae-\u024f’]/

/** Letters and figures as Unicode has them up to U+024F: superscripts, fractions and ordinals are among them. */
const LATIN_LETTER =
  '[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]'
/** What `INSIDE` says, in these letters. */
const LATIN_INSIDE = [
  `['’·-](?=${LATIN_LETTER})`,
  '(?<=[0-9])[.,:](?=[0-9])',
  '(?<=(?<![0-9])[0-9]{1,3}) (?=[0-9]{3}(?![0-9]))',
].join('|')
const LATIN_TOKEN = new RegExp(`(${LATIN_LETTER}+(?:(?:${LATIN_INSIDE})${LATIN_LETTER}+)*)|\\S`, 'g')

/**
 * White space is no token, so that it never counts as something in common. That “mot:” became “mot :” is seen all the
 * same: a sign knows whether it follows a space. All kinds of space are one, and soft hyphens are none.
 */
function keyOf(text: string, isWord: boolean, afterSpace: boolean): string {
  const spelled = isWord ? text.replace(/\u00ad/gu, '') : text
  const plain = spelled.normalize('NFC').replace(/\s/gu, ' ')
  return !isWord && afterSpace ? ` ${plain}` : plain
}
