import { grouped, valueIn } from '../grouped'
import type { Language } from '../language'
import {
  areEnough,
  changedSentences,
  type Gained,
  isAgainIn,
  textsWithMost,
  type Words,
} from '../words/changedSentences'
import { FEW_WORDS, type Sentence, sentencesIn, sentencesOfBody } from '../words/saidSentences'
import type { FileText } from './fileText'

/** The keys of the sections into which text of a section went, and from which text came into it. */
export type MovedInFile = { into: string[]; from: string[] }

/** What a file takes out of a section, or puts in: the sentences, each once, and what they say in all. */
type Said = { sentences: Gained[]; words: Words }

/** The sentences that a file takes out of a section, and that it puts in. */
export type SaidInFile = { key: string; lost: Said; gained: Said }

/** A sentence that more sections lost or gained is one that many have, as the day of a review: nobody can say where it went. */
const MOST_SHARING = 2

/** Two neighbouring words that more sections lost or gained are in many texts, and tell nothing of one of them. */
const MOST_WITH_PAIR = 30

/** Returns which sentences a file takes out of a section and puts in: of its summary, its text and its addition. */
export function saidInFile({
  key,
  before,
  after,
  language,
}: {
  key: string
  before: FileText
  after: FileText
  language: Language
}): SaidInFile {
  const [was, is] = [saidBy(before, language), saidBy(after, language)]
  const [forward, backward] = [changedSentences(was, is), changedSentences(is, was)]
  return {
    key,
    lost: { sentences: backward.gained, words: forward.lost },
    gained: { sentences: forward.gained, words: backward.lost },
  }
}

/**
 * Finds the sections of one file between which text moved: one of them lost what another one gained. That is a whole row, entry or contact,
 * or sentences, as text that moved in a release (`movedText`): as they are, or most of a long one. A short text within a row, an entry or a
 * contact says nothing without the rest of it. The work grows with the length of the texts.
 */
export function movedInFile(changes: readonly SaidInFile[]): ReadonlyMap<string, MovedInFile> {
  const moved = new Map<string, Map<string, Sentence[]>>()
  for (const { from, into, sentence } of [...movedAsTheyAre(changes), ...movedAndEdited(changes)]) {
    if (from === into) continue
    valueIn(
      valueIn(moved, from, () => new Map<string, Sentence[]>()),
      into,
      () => [],
    ).push(sentence)
  }
  const found = new Map<string, MovedInFile>()
  const movesOf = (key: string) => valueIn(found, key, () => ({ into: [], from: [] }))
  for (const [from, targets] of moved)
    for (const [into, sentences] of targets) {
      if (!areEnough(sentences)) continue
      movesOf(from).into.push(into)
      movesOf(into).from.push(from)
    }
  return found
}

/** A sentence that one section lost and another one gained. */
type Move = { from: string; into: string; sentence: Sentence }

function movedAsTheyAre(changes: readonly SaidInFile[]): Move[] {
  const inSections = (side: 'lost' | 'gained') => grouped(sentencesOn(changes, side), ({ sentence }) => sentence.words)
  const gainedIn = inSections('gained')
  return [...inSections('lost')].flatMap(([words, sources]) => {
    const targets = gainedIn.get(words) ?? []
    if (Math.max(sources.length, targets.length) > MOST_SHARING) return []
    return sources.flatMap(({ change: { key: from }, sentence }) =>
      targets
        .filter(
          (into) => isAgainIn(sentence, into.change.gained.words) && (isTelling(sentence) || isTelling(into.sentence)),
        )
        .map((into) => ({ from, into: into.change.key, sentence })),
    )
  })
}

/** Long sentences that were edited on the way; also where the other section has it within a longer one, or the rest of it stayed out. */
function movedAndEdited(changes: readonly SaidInFile[]): Move[] {
  const otherSides = (one: 'lost' | 'gained', other: 'lost' | 'gained') => {
    const withMost = textsWithMost(changes, (change) => change[other].words.pairs, MOST_WITH_PAIR)
    const inSections = sentencesOn(changes, one).filter(({ sentence }) => sentence.count >= FEW_WORDS)
    return [...grouped(inSections, ({ sentence }) => sentence.words).values()].flatMap((alike) => {
      if (alike.length > MOST_SHARING) return []
      return alike.flatMap(({ change, sentence }) => {
        const found = sentence.isNear ? [] : withMost(sentence.pairs)
        return found.length > MOST_SHARING ? [] : found.map(({ key }) => ({ own: change.key, other: key, sentence }))
      })
    })
  }
  return [
    ...otherSides('lost', 'gained').map(({ own, other, sentence }) => ({ from: own, into: other, sentence })),
    ...otherSides('gained', 'lost').map(({ own, other, sentence }) => ({ from: other, into: own, sentence })),
  ]
}

/** A sentence, and the section that lost or gained it. */
type Placed = { change: SaidInFile; sentence: Gained }

function sentencesOn(changes: readonly SaidInFile[], side: 'lost' | 'gained'): Placed[] {
  return changes.flatMap((change) => change[side].sentences.map((sentence) => ({ change, sentence })))
}

function isTelling({ count, isPart }: Sentence): boolean {
  return !isPart || count >= FEW_WORDS
}

function saidBy({ summary, body, addition }: FileText, language: Language): Sentence[] {
  const place = { language, block: '', isPart: false, isCitation: false }
  const said = [sentencesIn(summary, place), sentencesOfBody(body, language), sentencesOfBody(addition, language)]
  return said.flat().filter(({ isCitation }) => !isCitation)
}
