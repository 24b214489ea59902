import type { Mark, Run } from '../richText'

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
  object?: { kind: 'break' | 'footnote'; text: string }
}

/** Runs made ready for comparison: one string, its tokens without the white space, and who is bold where. */
export type Reading = {
  text: string
  tokens: Token[]
  /** Ends of the stretches of one format, in order; each starts where the one before ends. */
  formats: { to: number; format: Format }[]
}

/** Stands in the text for a break or a footnote. */
const OBJECT = '\uFFFC'

/** Scripts that write no spaces between words: one sign is one token, as nobody can say where a word ends. */
const WITHOUT_SPACES = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}'
const LETTER = `(?:(?![${WITHOUT_SPACES}])[\\p{L}\\p{N}\\p{M}])`
/** What may stand inside a word (l'équipe, Sinti-und-Roma) and inside a number (3,5 · 10:30 · 1 000). */
const INSIDE = [
  `['’ʼ\\-\\u2010\\u2011](?=${LETTER})`,
  '(?<=\\p{Nd})[.,:](?=\\p{Nd})',
  '(?<=(?<!\\p{Nd})\\p{Nd}{1,3})[ \\u00a0\\u202f](?=\\p{Nd}{3}(?!\\p{Nd}))',
].join('|')

// Not Intl.Segmenter: it cuts c'est-à-dire and e-mail to pieces and is quadratic on long strings in Node 20.
const TOKEN = new RegExp(`(${LETTER}+(?:(?:${INSIDE})${LETTER}+)*|[${WITHOUT_SPACES}]\\p{M}*)|\\S`, 'gu')

/** Reads runs once, for any number of comparisons. */
export function readRuns(runs: Run[]): Reading {
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
  return { text, tokens: tokensOf(text, objects), formats }
}

/** How many words a reader would count. */
export function countWords(text: string): number {
  let count = 0
  for (const match of text.matchAll(TOKEN)) if (match[1] !== undefined) count++
  return count
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

function tokensOf(text: string, objects: Map<number, Token['object']>): Token[] {
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

/**
 * White space is no token, so that it never counts as something in common. That “mot:” became “mot :” is seen all the
 * same: a sign knows whether it follows a space. All kinds of space are one.
 */
function keyOf(text: string, isWord: boolean, afterSpace: boolean): string {
  const plain = text.normalize('NFC').replace(/\s/gu, ' ')
  return !isWord && afterSpace ? ` ${plain}` : plain
}
