import { block, type RichText, text } from '@/domain/richText/richText'
import { randomFrom } from '../random'
import { type Vocabulary, vocabularyOf } from './vocabulary'

/**
 * A block of invented text in which every word and character is identified by a number, so that the truth about edits
 * is known.
 */
export type SyntheticBlock = {
  /** Kept by the block wherever it moves. */
  identity: number
  kind: 'heading' | 'paragraph'
  /** Words and other characters in order; such a character directly follows the word before it. */
  tokens: string[]
  /** The identity of each token, which it keeps whatever changes around it. */
  identities: number[]
}

export type SyntheticText = SyntheticBlock[]

/** The approximate share of words that are added or removed. */
export type Share = 0.01 | 0.1 | 0.4
export const SHARES: readonly Share[] = [0.01, 0.1, 0.4]

/**
 * Edits come in bursts and cluster: how many of the paragraphs have any, and how many bursts those have on average. With
 * the moved, added and deleted paragraphs, 100,000 words get about 3,700, 14,000 and 48,000 words added or removed.
 */
const EDITING: Record<Share, { paragraphs: number; bursts: number }> = {
  0.01: { paragraphs: 0.08, bursts: 3 },
  0.1: { paragraphs: 0.45, bursts: 4 },
  0.4: { paragraphs: 0.95, bursts: 7.6 },
}

const VOCABULARY = 9_000
const WORDS_IN_SECTION = 500
const PARAGRAPHS_IN_SECTION = 10
/** Of each: paragraphs moved, added and deleted, for 100,000 words. */
const PARAGRAPHS_REARRANGED = 20
/** A paragraph moves at least this many blocks: for shorter distances, it is ambiguous which of them moved. */
const LEAST_MOVE = 12
const MOST_WORDS_IN_BURST = 4
const SIGN = /^[.,;:?!]$/u

/** Invented text of about this many words, in sections of a heading and ten paragraphs. The same for the same seed. */
export function syntheticText({ words, seed }: { words: number; seed: number }): SyntheticText {
  const random = randomFrom(seed)
  const writer = writerOf({ vocabulary: vocabularyFor(), random, nextIdentity: 0 })
  const blocks: SyntheticText = []
  for (let section = 0; section < Math.round(words / WORDS_IN_SECTION); section++) {
    blocks.push(writer.heading())
    for (let index = 0; index < PARAGRAPHS_IN_SECTION; index++) blocks.push(writer.paragraph())
  }
  return blocks
}

/**
 * The same text after somebody worked on it. Kept words have their identities; new ones have identities that the old
 * text does not have. The same for the same seed; `before` is not changed.
 */
export function editText({
  before,
  share,
  seed,
}: {
  before: SyntheticText
  share: Share
  seed: number
}): SyntheticText {
  const random = randomFrom(seed)
  const nextIdentity = 1 + before.reduce((most, one) => Math.max(most, one.identity, ...one.identities), 0)
  const writer = writerOf({ vocabulary: vocabularyFor(), random, nextIdentity })
  const { paragraphs, bursts } = EDITING[share]
  const edited = before.map((one) => {
    if (one.kind === 'heading' || random() >= paragraphs) return one
    const number = Math.max(1, Math.round(bursts * (0.5 + random())))
    return editBlock({ block: one, bursts: number, writer, random })
  })
  return rearrange({ blocks: edited, writer, random })
}

/** Whether a token of an invented text is a word. */
export function isWord(token: string): boolean {
  return !SIGN.test(token)
}

/** The text as a reader sees it, in one string. */
export function readable({ tokens }: SyntheticBlock): string {
  return tokens.reduce((sum, token) => (sum === '' || !isWord(token) ? sum + token : `${sum} ${token}`), '')
}

/** The text as our engine reads it. Its blocks have no ids, so that only the words show which became which. */
export function asRichText(blocks: SyntheticText): RichText {
  return blocks.map((one) =>
    block(one.kind, { attrs: one.kind === 'heading' ? { level: 2 } : {}, runs: [text(readable(one))] }),
  )
}

function vocabularyFor(): Vocabulary {
  // One vocabulary for all texts and edits: an editor uses the language of the text.
  return vocabularyOf({ size: VOCABULARY, random: randomFrom(9_000) })
}

type Writer = {
  heading: () => SyntheticBlock
  paragraph: () => SyntheticBlock
  word: () => { token: string; identity: number }
}

function writerOf(given: { vocabulary: Vocabulary; random: () => number; nextIdentity: number }): Writer {
  const { vocabulary, random } = given
  let next = given.nextIdentity
  const word = (): { token: string; identity: number } => ({ token: vocabulary.draw(random), identity: next++ })
  const numbered = (kind: SyntheticBlock['kind'], tokens: string[]): SyntheticBlock => ({
    identity: next++,
    kind,
    tokens,
    identities: tokens.map(() => next++),
  })
  return {
    word,
    heading: () => {
      const length = between(random, 3, 6)
      const [first = '', ...others] = Array.from({ length }, () => vocabulary.draw(random))
      return numbered('heading', [capitalised(first), ...others])
    },
    paragraph: () => {
      const length = between(random, 20, 78)
      const tokens: string[] = []
      for (let words = 0; words < length; ) {
        const sentence = Math.min(between(random, 7, 24), length - words)
        for (let index = 0; index < sentence; index++) {
          const drawn = vocabulary.draw(random)
          tokens.push(index === 0 ? capitalised(drawn) : drawn)
          if (index < sentence - 1 && index > 1 && random() < 0.09) tokens.push(random() < 0.9 ? ',' : ';')
        }
        tokens.push(random() < 0.95 ? '.' : '?')
        words += sentence
      }
      return numbered('paragraph', tokens)
    },
  }
}

function between(random: () => number, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

type Editing = { block: SyntheticBlock; bursts: number; writer: Writer; random: () => number }

/** Replaces (half of the bursts), deletes or adds one to four words at a time, never across a punctuation character. */
function editBlock({ block: before, bursts, writer, random }: Editing): SyntheticBlock {
  const untouched = before.tokens.map(isWord)
  const burstAt = new Map<number, { removed: number; added: number }>()
  for (let burst = 0; burst < bursts; burst++) {
    const kind = random()
    const length = between(random, 1, MOST_WORDS_IN_BURST)
    const removes = kind < 0.78 ? length : 0
    const adds = kind < 0.5 ? between(random, 1, MOST_WORDS_IN_BURST) : kind < 0.78 ? 0 : length
    let at = -1
    for (let attempt = 0; attempt < 20 && !untouched[at]; attempt++) at = Math.floor(random() * before.tokens.length)
    if (!untouched[at]) break
    let removed = 0
    while (removed < removes && untouched[at + removed]) removed++
    burstAt.set(at, { removed, added: adds })
    // A word stays between two bursts, otherwise the two would be one.
    for (let index = at - 1; index <= at + removed; index++) untouched[index] = false
  }

  const tokens: string[] = []
  const identities: number[] = []
  for (let index = 0; index < before.tokens.length; ) {
    const burst = burstAt.get(index)
    const removed = burst?.removed ?? 0
    // By chance a word replaces itself, especially a common one: it has another identity, but nobody can see it.
    for (let added = 0; added < (burst?.added ?? 0); added++) {
      const { token, identity } = writer.word()
      tokens.push(token)
      identities.push(identity)
    }
    index += removed
    if (index < before.tokens.length) {
      tokens.push(before.tokens[index] ?? '')
      identities.push(before.identities[index] ?? -1)
      index++
    }
  }
  return { ...before, tokens, identities }
}

type Rearranging = { blocks: SyntheticText; writer: Writer; random: () => number }

function rearrange({ blocks, writer, random }: Rearranging): SyntheticText {
  const paragraphs = blocks.filter((one) => one.kind === 'paragraph')
  const number = Math.max(1, Math.round((PARAGRAPHS_REARRANGED * blocks.length) / 2_200))
  const drawn = shuffled(paragraphs, random)
  const leaving = new Set(drawn.slice(0, number))
  const deleted = new Set(drawn.slice(number, 2 * number))
  const places = new Map(blocks.map((one, index) => [one, index]))
  const out = blocks.filter((one) => !leaving.has(one) && !deleted.has(one))
  const standing = out.map((one) => places.get(one) ?? 0)

  const arrivals: { at: number; block: SyntheticBlock }[] = []
  for (const one of leaving) {
    let at = 0
    const from = places.get(one) ?? 0
    const room = Math.min(LEAST_MOVE, blocks.length / 4)
    // Never before the first heading; far enough from its old place.
    do at = between(random, 1, out.length)
    while (Math.abs((standing[at] ?? blocks.length) - from) < room)
    arrivals.push({ at, block: one })
  }
  for (let index = 0; index < number; index++)
    arrivals.push({ at: between(random, 1, out.length), block: writer.paragraph() })
  const arriving = new Map<number, SyntheticText>()
  for (const { at, block: one } of arrivals) arriving.set(at, [...(arriving.get(at) ?? []), one])
  return [...out, undefined].flatMap((one, index) => [...(arriving.get(index) ?? []), ...(one ? [one] : [])])
}

function shuffled<T>(values: T[], random: () => number): T[] {
  const out = [...values]
  for (let last = out.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [one, two] = [out[last], out[other]]
    if (one === undefined || two === undefined) continue
    out[last] = two
    out[other] = one
  }
  return out
}
