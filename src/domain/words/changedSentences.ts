import { valueIn } from '../grouped'
import { FEW_WORDS, FEWEST_WORDS, type Sentence } from './saidSentences'

/* Which sentences came and went with a change of a text, and in which other texts they are. */

/** A sentence was in a text if at least this much of its pairs of neighbouring words was. */
const SAME_SENTENCE = 2 / 3

/** A new sentence. `isNear`: the text had most of its words before. */
export type Gained = Sentence & { isNear: boolean }

/** What sentences say: their pairs of words, and the words of the whole ones and of all, also of pieces. */
export type Words = { pairs: Set<string>; whole: Set<string>; all: Set<string> }

/** What a text lost with a change, what it kept, what it says now, and the sentences that it gained, each once. */
export type ChangedSentences = { lost: Words; now: Words; kept: ReadonlySet<string>; gained: Gained[] }

/** Compares the sentences of a text before and after a change. */
export function changedSentences(before: readonly Sentence[], after: readonly Sentence[]): ChangedSentences {
  const [was, is] = [inAll(before), inAll(after)]
  const gained = eachOnce(after.filter(({ words }) => !was.all.has(words)))
  return {
    lost: {
      pairs: without(was.pairs, is.pairs),
      whole: without(was.whole, is.all),
      all: without(was.all, is.all),
    },
    now: is,
    kept: new Set([...is.all].filter((words) => was.all.has(words))),
    gained: gained.map((sentence) => ({ ...sentence, isNear: hasMost(sentence, was.pairs) })),
  }
}

/** Is a sentence in a text that has so many of its pairs? */
export function isSameSentence(pairs: { readonly size: number }, many: number): boolean {
  return many >= pairs.size * SAME_SENTENCE
}

/** Do others say a sentence, or most of a long one? */
export function isSaidIn(sentence: Sentence, others: Words): boolean {
  return isAgainIn(sentence, others) || (sentence.count >= FEW_WORDS && hasMost(sentence, others.pairs))
}

/** Is a sentence said again in others? What looks like an abbreviation ends none in at least one of them: many cite the same article. */
export function isAgainIn({ words, isPiece }: Sentence, { whole, all }: Pick<Words, 'whole' | 'all'>): boolean {
  return isPiece ? whole.has(words) : all.has(words)
}

/** Do others have most pairs of a sentence? */
export function hasMost({ pairs }: Sentence, text: ReadonlySet<string>): boolean {
  return isSameSentence(pairs, [...pairs].filter((pair) => text.has(pair)).length)
}

/**
 * Gives the texts that have most of some pairs, by an index. A pair that more than `atMost` texts have tells nothing of them, and is left
 * out: then the work grows with the number of pairs, whatever the texts have in common. Where most pairs tell nothing, no text is found.
 */
export function textsWithMost<Of>(
  texts: readonly Of[],
  pairsOf: (one: Of) => ReadonlySet<string>,
  atMost: number = Number.POSITIVE_INFINITY,
): (pairs: ReadonlySet<string>) => Of[] {
  const byPair = new Map<string, Of[]>()
  for (const one of texts) for (const pair of pairsOf(one)) valueIn(byPair, pair, () => []).push(one)
  return (pairs) => {
    const telling = [...pairs].map((pair) => byPair.get(pair) ?? []).filter(({ length }) => length <= atMost)
    if (telling.length * 2 < pairs.size) return []
    const shared = new Map<Of, number>()
    for (const having of telling) for (const one of having) shared.set(one, (shared.get(one) ?? 0) + 1)
    return [...shared].flatMap(([one, many]) => (isSameSentence({ size: telling.length }, many) ? [one] : []))
  }
}

/** Are sentences enough to say that they moved: one of them by itself, or their words together, each counted once? */
export function areEnough(sentences: readonly Sentence[]): boolean {
  if (sentences.some(({ count }) => count >= FEWEST_WORDS)) return true
  // What stands behind a label is a sentence beside the one with the label.
  return new Set(sentences.flatMap(({ words }) => words.split(' ').slice(1))).size >= FEWEST_WORDS
}

/** Each sentence once; the whole one where a piece says the same. */
export function eachOnce(sentences: readonly Sentence[]): Sentence[] {
  const wholeLast = [...sentences.filter(({ isPiece }) => isPiece), ...wholeOnes(sentences)]
  return [...new Map(wholeLast.map((sentence) => [sentence.words, sentence])).values()]
}

/** Returns what sentences say together. */
export function inAll(sentences: readonly Sentence[]): Words {
  const whole = wholeOnes(sentences)
  return {
    pairs: new Set(whole.flatMap(({ pairs }) => [...pairs])),
    whole: new Set(whole.map(({ words }) => words)),
    all: new Set(sentences.map(({ words }) => words)),
  }
}

/** Returns what is in a set, and not in the other one. */
export function without(some: ReadonlySet<string>, taken: ReadonlySet<string>): Set<string> {
  return new Set([...some].filter((one) => !taken.has(one)))
}

function wholeOnes(sentences: readonly Sentence[]): Sentence[] {
  return sentences.filter(({ isPiece }) => !isPiece)
}
