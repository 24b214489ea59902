import { wordPairsOf, wordsOf } from '../alignment/words'
import { valueIn } from '../grouped'
import type { Language } from '../language'
import type { RichText } from '../richText/richText'
import { textOf } from '../richText/walk'
import { sentencesOfLine } from '../words/sentences'
import type { ListedSides } from './regroupings'
import { readLanguages, type UpdateSides } from './sides'

/* Which sentences of a section came and went with a release: text that moved is looked for among them. */

/** A sentence of fewer words is the same only if all its words are: its pairs prove nothing. */
export const FEW_WORDS = 8

/** A sentence was in a text if at least this much of its pairs of neighbouring words was. */
const SAME_SENTENCE = 2 / 3

/** Is a sentence in a text that has so many of its pairs? */
export function isSameSentence(pairs: ReadonlySet<string>, many: number): boolean {
  return many >= pairs.size * SAME_SENTENCE
}

/** A short sentence is one that was edited if both have more than this much of their pairs. */
const EDITED = 1 / 2

/** A sentence of a text: its words, and its pairs of neighbouring words, each once. */
export type Sentence = { language: Language; words: string; count: number; pairs: ReadonlySet<string> }

/** A new sentence. `isNear`: the section had most of its words before. */
export type Gained = Sentence & { isNear: boolean }

type Words = { pairs: Set<string>; whole: Set<string> }

/**
 * What a section lost with the newest release, what it kept, and the sentences that it gained, each once. edited: the words of
 * short sentences that were edited where they stand, before and after.
 */
export type Change = {
  lost: Words
  kept: ReadonlySet<string>
  gained: Gained[]
  edited: { before: ReadonlySet<string>; after: ReadonlySet<string> }
}

/** Many countries ask for the same changes, and each of them often. */
const knownChanges = new WeakMap<object, WeakMap<object, Map<string, Change>>>()
const NO_TEXT = {}

/** Returns how the text and the summary of a section changed, in all languages of the version. */
export function changeOf(section: ListedSides): Change {
  const base = section.base?.content ?? NO_TEXT
  const newest = section.newest?.content ?? NO_TEXT
  const fromBase = knownChanges.get(base) ?? new WeakMap<object, Map<string, Change>>()
  knownChanges.set(base, fromBase)
  const inLanguages = fromBase.get(newest) ?? new Map<string, Change>()
  fromBase.set(newest, inLanguages)
  return valueIn(inLanguages, readLanguages(section).join(), () => compared(section))
}

function compared(section: ListedSides): Change {
  const [before, after] = [sentencesOf(section.base, section), sentencesOf(section.newest, section)]
  const [was, is] = [inAll(before), inAll(after)]
  const gained = after.filter(({ words }) => !was.whole.has(words))
  const once = new Map(gained.map((sentence) => [`${sentence.language} ${sentence.words}`, sentence]))
  return {
    lost: { pairs: without(was.pairs, is.pairs), whole: without(was.whole, is.whole) },
    kept: new Set([...is.whole].filter((words) => was.whole.has(words))),
    gained: [...once.values()].map((sentence) => ({ ...sentence, isNear: hasMost(sentence, was.pairs) })),
    edited: editedAmong({ lost: before.filter(({ words }) => !is.whole.has(words)), gained: [...once.values()] }),
  }
}

function editedAmong({ lost, gained }: Record<'lost' | 'gained', readonly Sentence[]>): Change['edited'] {
  const [before, after] = [new Set<string>(), new Set<string>()]
  const byPair = new Map<string, Sentence[]>()
  const isShort = ({ count }: Sentence) => count < FEW_WORDS
  for (const one of gained.filter(isShort)) {
    for (const pair of one.pairs) valueIn(byPair, `${one.language} ${pair}`, () => []).push(one)
  }
  for (const one of lost.filter(isShort)) {
    const shared = new Map<Sentence, number>()
    for (const pair of one.pairs) {
      for (const other of byPair.get(`${one.language} ${pair}`) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    }
    for (const [other, many] of shared) {
      if (many <= Math.max(one.pairs.size, other.pairs.size) * EDITED) continue
      before.add(one.words)
      after.add(other.words)
    }
  }
  return { before, after }
}

function inAll(sentences: readonly Sentence[]): Words {
  return {
    pairs: new Set(sentences.flatMap(({ pairs }) => [...pairs])),
    whole: new Set(sentences.map(({ words }) => words)),
  }
}

function without(some: ReadonlySet<string>, taken: ReadonlySet<string>): Set<string> {
  return new Set([...some].filter((one) => !taken.has(one)))
}

function hasMost({ pairs }: Sentence, text: ReadonlySet<string>): boolean {
  return isSameSentence(pairs, [...pairs].filter((pair) => text.has(pair)).length)
}

function sentencesOf(side: UpdateSides['base'], sides: ListedSides): Sentence[] {
  return readLanguages(sides).flatMap((language) => {
    const { body, summary } = side?.content ?? { body: {}, summary: {} }
    return [...sentencesOfBody(body[language] ?? [], language), ...sentencesIn(summary[language] ?? '', language)]
  })
}

/** Texts of releases never change, and many countries read the same ones. */
const known = new WeakMap<RichText, Sentence[]>()

function sentencesOfBody(body: RichText, language: Language): Sentence[] {
  const sentences = known.get(body) ?? sentencesIn(textOf(body), language)
  known.set(body, sentences)
  return sentences
}

/** A label stands before a sentence, which says the same without it. */
const AFTER_LABEL = /(?<=:)\s+/u

/** The sentences of a text; a long line of short ones as a whole too, which is known by most of its words. */
function sentencesIn(body: string, language: Language): Sentence[] {
  return body.split('\n').flatMap((line) => {
    const parts = sentencesOfLine(line).flatMap((sentence) => sentence.split(AFTER_LABEL))
    const sentences = parts.flatMap((part) => sentenceOf(part, language))
    const isOfShort = sentences.length > 1 && sentences.every(({ count }) => count < FEW_WORDS)
    const whole = isOfShort ? sentenceOf(line, language).filter(({ count }) => count >= FEW_WORDS) : []
    return [...sentences, ...whole]
  })
}

function sentenceOf(said: string, language: Language): Sentence[] {
  const words = wordsOf(said)
  if (words.length === 0) return []
  const pairs = new Set(wordPairsOf(words))
  return [{ language, words: words.join(' '), count: words.length, pairs }]
}
