import { grouped, valueIn } from '../grouped'
import type { Language } from '../language'
import type { SectionContent } from '../section'
import { areEnough, isAgainIn, isSaidIn, textsWithMost } from '../words/changedSentences'
import { FEW_WORDS, type Sentence } from '../words/saidSentences'
import type { ListedSides, Regrouping } from './regroupings'
import { type Change, changeOf } from './sentenceChanges'

/**
 * How a country treats the common text of a section. used: as it is · supplemented: with an addition · adapted: with words of its
 * own · own: it has a text of its own in its place · not-used: nobody gets it · paused: its updates wait.
 */
export const TREATMENTS = ['used', 'supplemented', 'adapted', 'own', 'not-used', 'paused'] as const
export type Treatment = (typeof TREATMENTS)[number]

/** A section on the other side of a move, and how the country treats it. */
export type MovedWith = Pick<SectionContent, 'key' | 'title'> & { treatment: Treatment }

/**
 * Sections between which and another one the common framework moved text. from, into: what waits in both says so · back: sections,
 * also the section itself, that a change took the text out of on which the country decided before.
 */
export type Moves = { from: MovedWith[]; into: MovedWith[]; back: MovedWith[] }

/**
 * What moved, by the key of a section. apart: to and from sections that the country treats otherwise, or on which it decided before ·
 * alike: into sections that it treats the same, where the text stays with readers if what waits in both comes in (`goesWithout`).
 */
export type MovedText = { apart: ReadonlyMap<string, Moves>; alike: ReadonlyMap<string, MovedWith[]> }

/** A section as it changed beside those that wait (`changedBeside`). */
export type BesideSides = ListedSides & { isDecided: boolean }

/** So many sections have a sentence that did not move where it was edited in both, as the day of a review. */
const MANY_SECTIONS = 3

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
 * where they do not get it. `others` are for what it decided before. `groups` are decided together.
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
  others?: readonly BesideSides[]
  groups: readonly Regrouping[]
}): MovedText {
  const apart = new Map<string, Moves>()
  const alike = new Map<string, MovedWith[]>()
  const movesOf = ({ key }: ListedSides) => valueIn(apart, key, noMoves)
  const groupOf = new Map(groups.flatMap(({ key: head, others }) => [head, ...others].map((key) => [key, head])))
  const areOne = (a: ListedSides, b: ListedSides) => (groupOf.get(a.key) ?? a.key) === (groupOf.get(b.key) ?? b.key)
  const waiting = sections.map((section) => ({ section, isDecided: false, ...changeOf(section) }))
  const beside = others.map((section) => ({ section, isDecided: section.isDecided, ...changeOf(section) }))
  const changes = [...waiting, ...beside]
  const sourcesOf = sourceFinder(changes, staysAmong({ changes, groupOf }))
  // Readers have what went into a section that the country uses and decided on.
  const targets = changes.filter(({ section, isDecided }) => !isDecided || !isUsed(section))
  for (const target of targets) {
    for (const source of sourcesOf(target)) {
      const [from, to] = [source.section, target.section]
      if (source.isDecided) {
        if (!target.isDecided) addTo(movesOf(to).back, from)
        continue
      }
      if (target.isDecided) {
        if (from.key !== to.key) addTo(movesOf(from).into, to)
      } else if (areOne(from, to)) {
        // They are decided together.
      } else if (isTreatedAlike(from, to)) {
        const into = valueIn(alike, from.key, () => [])
        addTo(into, to)
      } else {
        addTo(movesOf(to).from, from)
        addTo(movesOf(from).into, to)
      }
    }
  }
  return { apart, alike }
}

function noMoves(): Moves {
  return { from: [], into: [], back: [] }
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

/** Do readers get what the common framework has there? */
function isUsed(section: ListedSides): boolean {
  return ['used', 'supplemented'].includes(treatmentOf(section))
}

type Changed = Change & { section: ListedSides; isDecided: boolean }

type Stays = (sentence: Sentence, move: { source: Changed; target: Changed }) => boolean

/**
 * Gives whether a sentence that goes out of a section is in one that is decided with it, and so did not move to another one. What a
 * decision kept out of one of them did move there.
 */
function staysAmong({
  changes,
  groupOf,
}: {
  changes: readonly Changed[]
  groupOf: ReadonlyMap<string, string>
}): Stays {
  const waiting = changes.filter(({ section, isDecided }) => !isDecided && groupOf.has(section.key))
  const groups = grouped(waiting, ({ section }) => groupOf.get(section.key))
  return (sentence, { source, target }) => {
    const { key } = source.section
    const group = source.isDecided ? undefined : groupOf.get(key)
    if (target.isDecided && group === groupOf.get(target.section.key)) return false
    return (groups.get(group) ?? []).some(({ section, now }) => section.key !== key && isSaidIn(sentence, now))
  }
}

/** Gives the changes that took out of a section what another one brought: most of one long sentence, or whole ones. */
function sourceFinder(changes: readonly Changed[], stays: Stays): (target: Changed) => Set<Changed> {
  const withMost = textsWithMost(changes, ({ lost }) => lost.pairs)
  const lostWords = changesWithWords(changes)
  const isRead = sentencesReadElsewhere(changes)
  const isStock = stockSentences(changes)
  const isReadNow = ({ section, isDecided }: Changed) => !isDecided && isUsed(section)
  return (target) => {
    const { gained, edited } = target
    const sources = new Set<Changed>()
    const words = new Map<Changed, Map<Language, Sentence[]>>()
    for (const sentence of gained.filter((one) => !isRead(one.words))) {
      const { language, count, pairs, isNear } = sentence
      const isEdited = (source: Changed) => edited.after.has(sentence.words) && source.edited.before.has(sentence.words)
      const lost = (lostWords.get(sentence.words) ?? []).filter((source) => isAgainIn(sentence, source.lost))
      const whole = isStock(sentence.words) ? lost.filter((source) => !isEdited(source)) : lost
      const most = count < FEW_WORDS || isNear ? [] : withMost(pairs)
      // Readers have what goes with a change of a section that they get: no decision before took it from them.
      const isWithReaders = (whole.length > 0 ? whole : most).some(isReadNow)
      const counts = (source: Changed) => (source.isDecided ? !isWithReaders : !stays(sentence, { source, target }))
      for (const source of most.filter(counts)) sources.add(source)
      for (const source of whole.filter(counts)) {
        const inLanguages = valueIn(words, source, () => new Map<Language, Sentence[]>())
        valueIn(inLanguages, language, () => []).push(sentence)
      }
    }
    for (const [source, said] of words) if ([...said.values()].some(areEnough)) sources.add(source)
    return sources
  }
}

/** Gives whether many sections have a short sentence that is edited from time to time, as the day of a review. */
function stockSentences(changes: readonly Changed[]): (words: string) => boolean {
  const editedIn = new Map<string, Set<string>>()
  for (const { section, edited } of changes) {
    for (const words of [...edited.before, ...edited.after]) valueIn(editedIn, words, () => new Set()).add(section.key)
  }
  return (words) => (editedIn.get(words)?.size ?? 0) >= MANY_SECTIONS
}

/** The changes that lost a sentence, by its words. */
function changesWithWords(changes: readonly Changed[]): ReadonlyMap<string, Changed[]> {
  const byWords = new Map<string, Changed[]>()
  for (const change of changes) {
    for (const words of change.lost.all) valueIn(byWords, words, () => []).push(change)
  }
  return byWords
}

/**
 * Gives whether readers have a sentence all the time in a section that the country uses: where another one gets it, nothing moved. Of a
 * section in which something waits, that is what it keeps.
 */
function sentencesReadElsewhere(changes: readonly Changed[]): (words: string) => boolean {
  const waiting = new Set(changes.flatMap(({ section, isDecided }) => (isDecided ? [] : [section.key])))
  const read = new Set<string>()
  for (const { section, isDecided, kept, gained } of changes) {
    if (!isUsed(section) || (isDecided && waiting.has(section.key))) continue
    for (const words of kept) read.add(words)
    if (isDecided) for (const { words } of gained) read.add(words)
  }
  return (words) => read.has(words)
}
