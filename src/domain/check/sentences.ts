import type { Language } from '../language'
import { firstWords } from '../richText/firstWords'
import type { Block } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { allBlocks, textOf } from '../richText/walk'
import { sentencesOfLine } from '../words/sentences'
import { countWords } from '../words/tokens'
import type { CheckedText } from './checkedText'
import type { Finding } from './finding'

/**
 * The most words of a sentence that is not called long. Guides to clear writing ask for 15 to 25 on average, so one of more than
 * 35 is rarely read at once. German writes in one word what the others write in two.
 */
const LONGEST: Record<Language, number> = { en: 35, fr: 35, es: 35, it: 35, el: 35, de: 30 }

/** Finds long sentences in the summary and the text. Names, numbers and headings of blocks are no sentences. */
export function longSentences({ blocks, language, summary }: CheckedText): Finding[] {
  const lines = blocks.flatMap(({ field, block }) =>
    allBlocks([block])
      .filter(isProse)
      .flatMap(({ runs }) => plainTextOf(withoutNotes(runs)).split('\n'))
      .map((line) => ({ field, line })),
  )
  return [{ field: 'summary' as const, line: summary }, ...lines].flatMap(({ field, line }) =>
    sentencesOfLine(line).flatMap((sentence): Finding[] => {
      const words = countWords(sentence)
      return words > LONGEST[language]
        ? [{ is: 'sentence-long', words, at: { field, line: firstWords(sentence) } }]
        : []
    }),
  )
}

/** How many words a reader of a text reads. */
export function wordsOf({ blocks, summary }: CheckedText): number {
  return countWords(summary) + countWords(textOf(blocks.map(({ block }) => block)))
}

/** Slower than most people read to themselves (238 a minute in English: Brysbaert 2019): people read law to act on it. */
const WORDS_A_MINUTE = 200

/** How many minutes so many words take to read: at least one, if there are any. */
export function minutesFor(words: number): number {
  return Math.ceil(words / WORDS_A_MINUTE)
}

const PROSE = new Set(['paragraph', 'quote', 'item'])
const PROSE_FIELDS = new Set(['text', 'note', 'what', 'indicator', 'service'])

function isProse({ attrs, kind }: Block): boolean {
  return kind === 'field' ? PROSE_FIELDS.has(String(attrs.name)) : PROSE.has(kind)
}

function withoutNotes(runs: Block['runs']): Block['runs'] {
  return runs.filter(({ type }) => type !== 'footnote')
}
