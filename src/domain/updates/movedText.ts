import { valueIn } from '../grouped'
import type { SectionContent } from '../section'
import type { ListedSides, Regrouping } from './regroupings'
import { type Change, changeOf, FEW_WORDS, type Gained, isSameSentence, type Sentence } from './sentenceChanges'

/**
 * How a country treats the common text of a section. used: as it is · supplemented: with an addition · adapted: with words of its
 * own · own: it has a text of its own in its place · not-used: nobody gets it · paused: its updates wait.
 */
export type Treatment = 'used' | 'supplemented' | 'adapted' | 'own' | 'not-used' | 'paused'

/** A section on the other side of a move, and how the country treats it. */
export type MovedWith = Pick<SectionContent, 'key' | 'title'> & { treatment: Treatment }

/** Sections between which and another one the common framework moved text: `from` are those that it came from. */
export type Moves = { from: MovedWith[]; into: MovedWith[] }

/**
 * What moved, by the key of a section. apart: to and from sections that the country treats otherwise · alike: into sections that it
 * treats the same, where the text stays with readers if what waits in both comes in (`goesWithout`).
 */
export type MovedText = { apart: ReadonlyMap<string, Moves>; alike: ReadonlyMap<string, MovedWith[]> }

/** Whole sentences moved if together they have so many words: one or two can come from anywhere. */
const FEWEST_WORDS = 3

/** So many if it is one line without the sign that ends a sentence, a number or an address, as the cell of a table. */
const FEWEST_WORDS_ALONE = 5

/** A short sentence that so many sections got, and that several lost, is one that many have, as the day of a review. */
const MANY_SECTIONS = 3
const SEVERAL_SECTIONS = 2

/** Returns how a country treats the common text of a section. */
export function treatmentOf({ mode, isPaused }: Pick<ListedSides, 'mode' | 'isPaused'>): Treatment {
  if (mode === 'omit') return 'not-used'
  if (mode === 'local') return 'own'
  if (isPaused) return 'paused'
  return mode === 'adapt' ? 'adapted' : mode === 'supplement' ? 'supplemented' : 'used'
}

/**
 * Finds the sections between which the common framework moved text, and on which the country decides apart. Where it does not use both
 * as they are, or has decided on one of them, what it left out could come back under another name, and what its readers have could go
 * where they do not get it. `others` are those on which it decided before, as they changed since (`changedBeside`). `groups` are decided
 * together.
 *
 * Compares sentences of texts and summaries in all languages of the version, as they are, and long ones by their pairs of neighbouring
 * words, because long texts have single words in common. The work grows with the length of the texts.
 */
export function movedText({
  sections,
  others = [],
  groups,
}: {
  sections: readonly ListedSides[]
  others?: readonly ListedSides[]
  groups: readonly Regrouping[]
}): MovedText {
  const apart = new Map<string, Moves>()
  const alike = new Map<string, MovedWith[]>()
  const all = [...sections, ...others]
  const groupOf = new Map(groups.flatMap(({ key: head, others }) => [head, ...others].map((key) => [key, head])))
  const waiting = new Set(sections.map(({ key }) => key))
  const changes = all.map((section) => ({ section, ...changeOf(section) }))
  const texts: Texts = {
    lostPairs: placesOf(changes.map(({ lost }) => lost.pairs)),
    lostWhole: placesOf(changes.map(({ lost }) => lost.whole)),
    // Of a section that waits, only what waits counts.
    isShared: sharedSentences(changes.filter(({ section: { key } }, at) => at < sections.length || !waiting.has(key))),
  }
  const waits = (at: number) => at < sections.length
  for (const [to, { section: target, gained }] of changes.entries()) {
    for (const at of sourcesOf(gained, texts)) {
      const source = changes[at]?.section
      if (!source) continue
      const group = groupOf.get(source.key)
      const isOfOne = source.key === target.key || (group !== undefined && group === groupOf.get(target.key))
      // What was decided on one of a group before is not decided again with the group: a join can bring it back.
      const isDecidedBefore = group !== undefined && waits(at) !== waits(to)
      if (isOfOne && !isDecidedBefore) continue
      if (waits(at) === waits(to) && isTreatedAlike(source, target)) {
        addTo(
          valueIn(alike, source.key, () => []),
          target,
        )
        continue
      }
      addTo(valueIn(apart, target.key, noMoves).from, source)
      addTo(valueIn(apart, source.key, noMoves).into, target)
    }
  }
  return { apart, alike }
}

function noMoves(): Moves {
  return { from: [], into: [] }
}

/** Do readers get both as the common framework has them, or none of both? */
function isTreatedAlike(one: ListedSides, other: ListedSides): boolean {
  const [a, b] = [treatmentOf(one), treatmentOf(other)]
  const isUnread = (of: Treatment) => of === 'own' || of === 'not-used'
  return (a === b && (a === 'used' || a === 'paused')) || (isUnread(a) && isUnread(b))
}

function addTo(sections: MovedWith[], one: ListedSides): void {
  if (sections.some(({ key }) => key === one.key)) return
  const { title } = (one.newest ?? one.base)?.content ?? { title: {} }
  sections.push({ key: one.key, title, treatment: treatmentOf(one) })
}

/** The places of the sets that have an item, by item. */
function placesOf(sets: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, set] of sets.entries()) {
    for (const item of set) valueIn(places, item, () => []).push(at)
  }
  return places
}

/**
 * Gives whether many sections share a sentence. It is no sign of a move where readers have it all the time in a section that the
 * country uses, or where many sections got it and several lost it.
 */
function sharedSentences(changes: readonly ({ section: ListedSides } & Change)[]): (words: string) => boolean {
  const stays = new Set<string>()
  const [gainedBy, lostBy] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  for (const { section, kept, gained, lost } of changes) {
    const isRead = ['used', 'supplemented'].includes(treatmentOf(section))
    if (isRead) for (const words of kept) stays.add(words)
    for (const { words } of gained) valueIn(gainedBy, words, () => new Set()).add(section.key)
    for (const words of lost.whole) valueIn(lostBy, words, () => new Set()).add(section.key)
  }
  const isOfMany = (words: string) =>
    (gainedBy.get(words)?.size ?? 0) >= MANY_SECTIONS && (lostBy.get(words)?.size ?? 0) >= SEVERAL_SECTIONS
  return (words) => stays.has(words) || isOfMany(words)
}

/** What all sections lost, by their places, and the sentences that many share. */
type Texts = {
  lostPairs: ReadonlyMap<string, number[]>
  lostWhole: ReadonlyMap<string, number[]>
  isShared: (words: string) => boolean
}

/** The places of the sections that lost what another one gained: most of one long sentence, or whole ones. */
function sourcesOf(gained: readonly Gained[], { lostPairs, lostWhole, isShared }: Texts): Set<number> {
  const sources = new Set<number>()
  const whole = new Map<string, Sentence[]>()
  for (const sentence of gained) {
    const { language, words, count, pairs, isNear } = sentence
    const counts = count >= FEW_WORDS || !isShared(words)
    for (const at of counts ? (lostWhole.get(words) ?? []) : [])
      valueIn(whole, `${at} ${language}`, () => []).push(sentence)
    if (count < FEW_WORDS || isNear) continue
    const shared = new Map<number, number>()
    for (const pair of pairs) for (const at of lostPairs.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    for (const [at, many] of shared) if (isSameSentence(pairs, many)) sources.add(at)
  }
  for (const [place, sentences] of whole) if (areEnough(sentences)) sources.add(Number.parseInt(place, 10))
  return sources
}

/** Did these whole sentences, in one language, come from the section that lost them? */
function areEnough(sentences: readonly Sentence[]): boolean {
  const count = sentences.reduce((sum, one) => sum + one.count, 0)
  const isPlain = sentences.length === 1 && !sentences.some(({ isTelling }) => isTelling)
  return count >= (isPlain ? FEWEST_WORDS_ALONE : FEWEST_WORDS)
}
