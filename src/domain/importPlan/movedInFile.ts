import { valueIn } from '../grouped'
import type { Language } from '../language'
import { canBeTold, FEW_WORDS, sentencesIn, sentencesOfBody } from '../words/saidSentences'
import type { FileText } from './fileText'

/** The keys of the sections into which text of a section went, and from which text came into it. */
export type MovedInFile = { into: string[]; from: string[] }

/** The sentences that a file takes out of a section, and that it puts in: how many words each has, by its words. */
export type SaidInFile = { key: string; lost: ReadonlyMap<string, number>; gained: ReadonlyMap<string, number> }

/** A sentence that more sections lost or gained is one that many have, as the day of a review: nobody can say where it went. */
const MOST_SHARING = 2

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
  return { key, lost: without(was, is), gained: without(is, was) }
}

/**
 * Finds the sections of one file between which text moved: one of them lost sentences that another one gained, word for word and together
 * at least as long as a long sentence. They are the sentences by which text that moved in a release is found (`movedText`). The work
 * grows with their number.
 */
export function movedInFile(changes: readonly SaidInFile[]): ReadonlyMap<string, MovedInFile> {
  const sourcesOf = new Map<string, string[]>()
  const targetsOf = new Map<string, string[]>()
  const wordsIn = new Map<string, number>()
  for (const { key, lost, gained } of changes) {
    for (const [words, count] of lost) {
      valueIn(sourcesOf, words, () => []).push(key)
      wordsIn.set(words, count)
    }
    for (const words of gained.keys()) valueIn(targetsOf, words, () => []).push(key)
  }
  const moved = new Map<string, Map<string, number>>()
  for (const [words, sources] of sourcesOf) {
    const targets = targetsOf.get(words) ?? []
    if (Math.max(sources.length, targets.length) > MOST_SHARING) continue
    for (const [from, into] of sources.flatMap((from) => targets.map((into) => [from, into] as const))) {
      const counts = valueIn(moved, from, () => new Map())
      counts.set(into, (counts.get(into) ?? 0) + (wordsIn.get(words) ?? 0))
    }
  }
  const found = new Map<string, MovedInFile>()
  const movesOf = (key: string) => valueIn(found, key, () => ({ into: [], from: [] }))
  for (const [from, counts] of moved)
    for (const [into, count] of counts) {
      if (count < FEW_WORDS) continue
      movesOf(from).into.push(into)
      movesOf(into).from.push(from)
    }
  return found
}

function saidBy({ summary, body, addition }: FileText, language: Language): Map<string, number> {
  const place = { language, block: '', isPart: false, isCitation: false }
  const said = [...sentencesIn(summary, place), ...sentencesOfBody([...body, ...addition], language)]
  return new Map(said.flatMap((one) => (canBeTold(one) && !one.isCitation ? [[one.words, one.count] as const] : [])))
}

function without(some: ReadonlyMap<string, number>, taken: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...some].filter(([words]) => !taken.has(words)))
}
