import { wordPairsOf, wordsOf } from '../alignment/words'
import { valueIn } from '../grouped'
import type { Language } from '../language'
import { isOneStatement, TEXT_ATTRIBUTES } from '../richText/blockKinds'
import type { Block, RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { allBlocks, textOf } from '../richText/walk'
import { piecesOfSentence, sentencesOfLine } from './sentences'

/* The sentences of a text, by which what moved to another section is found. */

/** Sentences moved if together they have so many words: one or two can come from anywhere. */
export const FEWEST_WORDS = 3

/** A sentence of fewer words is the same only if all its words are: its pairs prove nothing. */
export const FEW_WORDS = 8

/**
 * A sentence of a text as it is written, its words, and its pairs of neighbouring words, each once. Words and pairs begin with the
 * language: a number or a name reads the same in several, and was not said in all of them. `block` is the id of the one in which it
 * stands; it is empty in a summary.
 */
export type Sentence = {
  language: Language
  block: string
  said: string
  words: string
  count: number
  pairs: ReadonlySet<string>
  /** Does it stand in a row, an entry or a contact, which say something as a whole (`statementIn`)? */
  isPart: boolean
  /** Is it a piece of a sentence, which is said again only where one of the two is whole (`isAgainIn`)? */
  isPiece: boolean
  /** Does it only cite a law? Any number of sections cite the same one. */
  isCitation: boolean
}

/** Can a sentence be told from others? Opening hours, or a term in a table, say nothing without the rest of their contact or row. */
export function canBeTold({ count, isPart, isPiece }: Sentence): boolean {
  return !isPiece && count >= (isPart ? FEW_WORDS : FEWEST_WORDS)
}

/** Returns the sentences of a text, each as it can stand in another one. */
export function sentencesOfBody(body: RichText, language: Language): Sentence[] {
  const inLanguages = known.get(body) ?? new Map<string, Sentence[]>()
  known.set(body, inLanguages)
  return valueIn(inLanguages, language, () => readBody(body, language))
}

/** Returns the sentences of a plain text; a long line of short ones as a whole too, which is known by most of its words. */
export function sentencesIn(text: string, place: Place): Sentence[] {
  return text.split('\n').flatMap((line) => {
    const said = sentencesOfLine(line)
    const sentences = said.flatMap((sentence) => sentenceOf(sentence, place))
    const isOfShort = sentences.length > 1 && sentences.every(({ count }) => count < FEW_WORDS)
    const whole = isOfShort ? sentenceOf(line, place).filter(({ count }) => count >= FEW_WORDS) : []
    const behindLabels = said.flatMap((sentence) => sentence.split(AFTER_LABEL).slice(1))
    // What looks like an abbreviation can be the end of a sentence. A long piece is known by its pairs, which the sentence has.
    const pieces = said
      .flatMap((sentence) => piecesOfSentence(sentence).flatMap((piece) => sentenceOf(piece, place)))
      .filter(({ count }) => count >= FEWEST_WORDS && count < FEW_WORDS)
      .map((piece) => ({ ...piece, isPiece: true }))
    return [...sentences, ...pieces, ...whole, ...behindLabels.flatMap((part) => sentenceOf(part, place))]
  })
}

/** Texts of releases never change, and many countries read the same ones. */
const known = new WeakMap<RichText, Map<string, Sentence[]>>()

type Place = Pick<Sentence, 'language' | 'block' | 'isPart' | 'isCitation'>

/** What stands behind a label, such as “Important:”, can stand elsewhere without it. */
const AFTER_LABEL = /(?<=:)\s+/u

function readBody(body: RichText, language: Language): Sentence[] {
  const parts = new Set(allBlocks(body).flatMap((one) => (partsOf(one).length > 1 ? allBlocks(one.children) : [])))
  const citations = new Set(allBlocks(body).flatMap(citationsIn))
  return allBlocks(body).flatMap((one) => {
    const place = { language, block: one.id, isPart: parts.has(one), isCitation: citations.has(one) }
    const texts = [plainTextOf(one.runs), ...TEXT_ATTRIBUTES.map((name) => String(one.attrs[name] ?? ''))]
    return [...texts.flatMap((text) => sentencesIn(text, place)), ...statementIn(one, place)]
  })
}

/**
 * A row of a table, an entry or a contact as a whole: a name and a number say something together, and each of them can stand elsewhere
 * too. It moved only as it is.
 */
function statementIn(block: Block, place: Place): Sentence[] {
  const parts = partsOf(block)
  if (parts.length < 2) return []
  return sentenceOf(parts.join(' '), place).map((whole) => ({ ...whole, count: FEWEST_WORDS }))
}

/** The texts of a row, an entry or a contact. One that has a single text, as most points of a list to tick off, says what that says. */
function partsOf({ kind, children }: Block): string[] {
  if (kind !== 'row' && !isOneStatement(kind)) return []
  return children.map((one) => textOf([one])).filter((part) => part !== '')
}

/** What only cites a law in a block: its name, article and address, and without a note of our own the law as a whole. */
function citationsIn(law: Block): Block[] {
  if (law.kind !== 'legal') return []
  const cited = law.children.filter(({ attrs }) => attrs.name !== 'note')
  const isNoted = law.children.some(({ attrs, runs }) => attrs.name === 'note' && wordsOf(plainTextOf(runs)).length > 0)
  return isNoted ? cited : [law, ...cited]
}

function sentenceOf(said: string, place: Place): Sentence[] {
  const words = wordsOf(said)
  if (words.length === 0) return []
  const pairs = new Set(wordPairsOf(words).map((pair) => `${place.language} ${pair}`))
  return [{ ...place, said, words: `${place.language} ${words.join(' ')}`, count: words.length, pairs, isPiece: false }]
}
