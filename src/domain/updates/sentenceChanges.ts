import { namesIn } from '../alignment/words'
import { grouped, valueIn } from '../grouped'
import type { SectionContent } from '../section'
import {
  type ChangedSentences,
  changedSentences,
  eachOnce,
  hasMost,
  inAll,
  isAgainIn,
  isSameSentence,
  without,
} from '../words/changedSentences'
import { canBeTold, FEW_WORDS, type Sentence, sentencesIn, sentencesOfBody } from '../words/saidSentences'
import type { ListedSides } from './regroupings'
import { readLanguages, type UpdateSides } from './sides'

/* Which sentences of a section came and went with a release: text that moved is looked for among them. */

/** A shorter sentence is found within a longer one if it has so many words, and all its inner pairs are there. */
const FEWEST_WITHIN = 5

/** A short sentence is one that was edited if both have more than this much of their pairs. */
const EDITED = 1 / 2

/** How a section changed with the newest release. edited: the words of short sentences that were edited in their block, before and after. */
export type Change = ChangedSentences & {
  edited: { before: ReadonlySet<string>; after: ReadonlySet<string> }
}

/** Many countries ask for the same changes, and each of them often. */
const knownChanges = new WeakMap<object, WeakMap<object, Map<string, Change>>>()
const NO_TEXT = {}

/** Returns how the text and the summary of a section changed, in all languages of the version, apart from the laws that it cites. */
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
  const read = (side: UpdateSides['base']) =>
    sentencesOf(side ? [side.content] : [], section).filter(({ isCitation }) => !isCitation)
  const [before, after] = [read(section.base), read(section.newest)]
  const changed = changedSentences(before, after)
  const lost = before.filter(({ words }) => !changed.now.all.has(words))
  return { ...changed, edited: editedAmong({ lost, gained: changed.gained }) }
}

function editedAmong({ lost, gained }: Record<'lost' | 'gained', readonly Sentence[]>): Change['edited'] {
  const [before, after] = [new Set<string>(), new Set<string>()]
  const placeOf = ({ language, block }: Sentence) => `${language} ${block}`
  const isShort = ({ count }: Sentence) => count < FEW_WORDS
  const inPlaces = grouped(gained.filter(isShort), placeOf)
  for (const one of lost.filter(isShort)) {
    for (const other of inPlaces.get(placeOf(one)) ?? []) {
      const shared = [...one.pairs].filter((pair) => other.pairs.has(pair)).length
      if (shared <= Math.max(one.pairs.size, other.pairs.size) * EDITED) continue
      before.add(one.words)
      after.add(other.words)
    }
  }
  return { before, after }
}

/** Among sections that are decided together fewer words are the same sentence: “Call 112.” that went out of them comes from nowhere else. */
const FEWEST_TOGETHER = 2

/** The texts of a section, or of several that are decided together, before and after: `common` is the one on which ours stands. */
type Decided = Record<'common' | 'ours' | 'newest' | 'after', readonly SectionContent[]>

/**
 * Does the text after a decision bring back what ours left out of the common one: most of a long sentence, or short ones as they were?
 * Of sentences that are like each other the nearest one decides. What the newest common text still has, and the text after the decision
 * does not, stays out: where each of the two has a name that the other one does not have, the new one is another sentence.
 */
export function bringsBack({ common, ours, newest, after }: Decided, version: Version): boolean {
  const [is, here] = [sentencesOf(after, version), sentencesOf(ours, version)]
  const [then, now, theirs] = [inAll(is), inAll(here), inAll(sentencesOf(newest, version))]
  const came = eachOnce(is.filter(({ words }) => !now.all.has(words)))
  if (came.length === 0) return false
  const isOut = ({ words }: Sentence) => theirs.all.has(words) && !then.all.has(words)
  const left = sentencesOf(common, version).filter(({ words }) => !now.all.has(words))
  const [stayOut, going] = [left.filter(isOut), left.filter((one) => !isOut(one))]
  const goes = inAll(going)
  // A sentence of ours that still stands as it was is not the one that was edited.
  const edited = here.filter(({ words }) => !then.all.has(words))
  const [nearGoing, nearEdited] = [nearnessTo(going), nearnessTo(edited)]
  const isOfThose = isLikeOneOf(stayOut, nearnessTo(here))
  const back = without(goes.pairs, now.pairs)
  const holdsLeft = holdsOneOf(left, { others: here, isBeside: isOut })
  const isBack = (one: Sentence) => {
    if (one.count < FEW_WORDS) return false
    return nearGoing(one) > nearEdited(one) || hasMost(one, back) || isOfThose(one) || holdsLeft(one)
  }
  if (came.some(isBack)) return true
  const short = grouped(
    came.filter((one) => isAgainIn(one, goes) && !(one.isPart && one.count < FEWEST_TOGETHER)),
    ({ language }) => language,
  )
  return [...short.values()].some((some) => some.reduce((sum, { count }) => sum + count, 0) >= FEWEST_TOGETHER)
}

/**
 * Returns how near a sentence is to one of some edited: how many pairs of words it shares with the most similar of them, or 0 if it
 * is none of them.
 */
function nearnessTo(some: readonly Sentence[]): Nearness {
  const sharedBy = sharedPairs(some)
  return ({ pairs }) => {
    const most = Math.max(0, ...sharedBy(pairs).values())
    return isSameSentence(pairs, most) ? most : 0
  }
}

type Nearness = (sentence: Sentence) => number

/**
 * Tells of a sentence whether it is one of some edited: it has most of its pairs, is not nearer to others, and not each of the two has
 * a name of its own.
 */
function isLikeOneOf(some: readonly Sentence[], nearOthers: Nearness = () => 0): (sentence: Sentence) => boolean {
  const sharedBy = sharedPairs(some)
  return (sentence) =>
    [...sharedBy(sentence.pairs)].some(
      ([one, many]) =>
        isSameSentence(sentence.pairs, many) &&
        many >= nearOthers(sentence) &&
        !isNamedOrNumberedOtherwise(one, sentence),
    )
}

/**
 * Tells of a sentence whether it is a longer one that holds one of some: most pairs of that one stand in it, in whatever order and whatever
 * stands between them, the two are not named otherwise, and none of others has as many of these pairs. Of a short one, and of one that
 * still stands beside it, all pairs must be there: two sentences can cite the same law.
 */
function holdsOneOf(
  some: readonly Sentence[],
  { others, isBeside }: { others: readonly Sentence[]; isBeside: (one: Sentence) => boolean },
): (sentence: Sentence) => boolean {
  const canBeWithin = ({ count, isPart, isPiece }: Sentence) =>
    count >= (isPart ? FEW_WORDS : FEWEST_WITHIN) && !isPiece
  const within = some.filter(canBeWithin).map((one) => ({ ...one, pairs: innerPairs(one) }))
  const [sharedBy, inOthers] = [sharedPairs(within), sharedPairs(others)]
  const isInOthers = ({ pairs }: Sentence, many: number) => Math.max(0, ...inOthers(pairs).values()) >= many
  const hasMostOf = (one: Sentence, many: number) =>
    one.count < FEW_WORDS || isBeside(one) ? many === one.pairs.size : isSameSentence(one.pairs, many)
  return (sentence) =>
    [...sharedBy(sentence.pairs)].some(([one, many]) => {
      const isLonger = !isSameSentence(sentence.pairs, many)
      return isLonger && hasMostOf(one, many) && !isNamedOtherwise(one, sentence) && !isInOthers(one, many)
    })
}

/** The pairs of two words: without those of the beginning and of the end, which are others within a longer sentence. */
function innerPairs({ pairs, language }: Sentence): Set<string> {
  return new Set([...pairs].filter((pair) => !pair.startsWith(`${language}  `) && !pair.endsWith(' ')))
}

/** Which of some sentences have some of these pairs, and how many of them. */
type SharedPairs = (pairs: ReadonlySet<string>) => Map<Sentence, number>

function sharedPairs(sentences: readonly Sentence[]): SharedPairs {
  const having = new Map<string, Sentence[]>()
  for (const one of sentences) for (const pair of one.pairs) valueIn(having, pair, () => []).push(one)
  return (pairs) => {
    const shared = new Map<Sentence, number>()
    for (const pair of pairs) for (const one of having.get(pair) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1)
    return shared
  }
}

/** Has each of two sentences a name that the other one does not have? Numbers are none: the deadline of one duty changes. */
function isNamedOtherwise(one: Sentence, other: Sentence): boolean {
  return haveOwn(namesOf(one).filter(isWord), namesOf(other).filter(isWord))
}

/** The same with numbers, but only where they share no name: the hours of one office change. */
function isNamedOrNumberedOtherwise(one: Sentence, other: Sentence): boolean {
  const [names, others] = [namesOf(one), namesOf(other)]
  const shareName = names.some((name) => isWord(name) && others.includes(name))
  return shareName ? isNamedOtherwise(one, other) : haveOwn(names, others)
}

function namesOf({ said, language }: Sentence): string[] {
  return namesIn(said, language)
}

/** Has each of two lists of names one that the other does not have? */
function haveOwn(names: readonly string[], others: readonly string[]): boolean {
  return names.some((name) => !others.includes(name)) && others.some((name) => !names.includes(name))
}

function isWord(name: string): boolean {
  return !/\p{N}/u.test(name)
}

/**
 * Does the text after a decision keep a sentence of the common text that the newest one changed or took out: as it was, or a long one
 * edited? The merge sees it only where it stood: ours has it at another place, or in another field. A short sentence that names
 * nothing is our own where ours said it more often than the common text did.
 */
export function keepsFormer({ common, ours, newest, after }: Decided, version: Version): boolean {
  const timesOf = (sentences: readonly Sentence[]) => {
    const times = timesIn(sentences)
    return (words: string) => times.get(words) ?? 0
  }
  const [was, theirs, is] = [sentencesOf(common, version), sentencesOf(newest, version), sentencesOf(after, version)]
  const [before, still] = [inAll(was), inAll(theirs).all]
  const gone = was.filter(({ words }) => !still.has(words))
  if (gone.length === 0) return false
  const [inCommon, inOurs, inAfter] = [timesOf(was), timesOf(sentencesOf(ours, version)), timesOf(is)]
  // Beside a sentence that ours still has, one with another name is our own. What ours does not have can be there with our name.
  const isOurs = ({ words }: Sentence) => inOurs(words) > 0
  const isBeside = isLikeOneOf(gone.filter(isOurs))
  // What ours has word for word is not the one that it edited.
  const notOurs = (one: Sentence) => !isOurs(one)
  const [nearGone, nearStill] = [nearnessTo(gone.filter(notOurs)), nearnessTo(theirs.filter(notOurs))]
  const isInstead = (one: Sentence) => nearGone(one) > nearStill(one)
  const isStill = isLikeOneOf(theirs)
  const holdsGone = holdsOneOf(gone, { others: theirs, isBeside: isOurs })
  return is.some((one) => {
    const { words, said, language, count, isPart } = one
    if (still.has(words)) return false
    const isLong = count >= FEW_WORDS
    if (!isAgainIn(one, before)) return isLong && ((isBeside(one) && !isStill(one)) || isInstead(one) || holdsGone(one))
    const isTelling = isLong || namesIn(said, language).length > 0
    const own = isTelling ? 0 : inOurs(words) - inCommon(words)
    return (isLong || (!isPart && count >= FEWEST_TOGETHER)) && inAfter(words) > own
  })
}

/**
 * Returns how often sections say each sentence that can be told from others, by its language and words.
 */
export function timesSaid(contents: readonly SectionContent[], version: Version): ReadonlyMap<string, number> {
  const said = sentencesOf(contents, version)
  return timesIn(said.filter(canBeTold))
}

function timesIn(sentences: readonly Sentence[]): Map<string, number> {
  return new Map([...grouped(sentences, ({ words }) => words)].map(([words, all]) => [words, all.length]))
}

type Version = Pick<UpdateSides, 'languages' | 'sourceLanguage'>

function sentencesOf(contents: readonly SectionContent[], version: Version): Sentence[] {
  return contents.flatMap(({ body, summary }) =>
    readLanguages(version).flatMap((language) => [
      ...sentencesOfBody(body[language] ?? [], language),
      ...sentencesIn(summary[language] ?? '', { language, block: '', isPart: false, isCitation: false }),
    ]),
  )
}
