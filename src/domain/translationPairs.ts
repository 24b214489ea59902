import { dice } from './alignment/dice'
import { gapsBetween } from './alignment/gapsBetween'
import { globalAlignment } from './alignment/globalAlignment'
import { keptInOrder } from './alignment/increasingSubsequence'
import { numbers } from './alignment/numbers'
import { isTextKind } from './richText/blockKinds'
import type { Unit } from './translationUnits'

/**
 * Returns for each block of a text the block of its translation that stands for it, by id; a block of which no
 * translation is found is left out.
 *
 * Blocks with the same id belong together: a translation can begin as a copy. The others are aligned in their order,
 * between the pairs with the same id. If there both sides have the same kinds of blocks at the same depths, they are
 * paired one by one. Otherwise by `globalAlignment` (Needleman and Wunsch 1970), which scores kind, depth, the numbers,
 * links and pictures that both have, and length: the length of a translated paragraph is proportional to that of the
 * original, with a variance per character of 6.8 (Gale and Church, “A program for aligning sentences in bilingual
 * corpora”, 1993). Pairs are one to one and do not cross: of a paragraph that was translated as two, one is found, and a
 * paragraph that the translation has at another place is not. O(n · m) up to 40,000 pairs, then O(n) in a band.
 */
export function translationPairs({
  source,
  translation,
}: {
  source: readonly Unit[]
  translation: readonly Unit[]
}): Map<string, string> {
  const placeOf = new Map(translation.map(({ id }, place) => [id, place]))
  const pairs = new Map(source.filter(({ id }) => placeOf.has(id)).map(({ id }) => [id, id]))
  const anchors = keptInOrder(source, ({ id }) => placeOf.get(id))
  const score = scoreOf({ source, translation })
  for (const { from, to } of gapsBetween(anchors, { at: source.length, place: translation.length })) {
    const ours = source.slice(from.at, to.at).filter(({ id }) => !pairs.has(id))
    const theirs = translation.slice(from.place, to.place).filter(({ id }) => !pairs.has(id))
    for (const [i, j] of aligned(ours, theirs, score)) {
      const [one, other] = [ours[i], theirs[j]]
      if (one && other) pairs.set(one.id, other.id)
    }
  }
  return pairs
}

type Score = (source: Unit, translation: Unit) => number

function aligned(source: readonly Unit[], translation: readonly Unit[], score: Score): [number, number][] {
  const isAlike = (one: Unit, at: number) =>
    translation[at]?.kind === one.kind && translation[at].depth === one.depth && translation[at].isFrame === one.isFrame
  if (source.length === translation.length && source.every(isAlike)) return source.map((_, at) => [at, at])
  return globalAlignment({ before: source.length, after: translation.length }, (i, j) => {
    const [one, other] = [source[i], translation[j]]
    return one && other ? score(one, other) : 0
  })
}

/** The variance of the length of a translation for each character of the original (Gale and Church 1993). */
const VARIANCE = 6.8

function scoreOf({ source, translation }: { source: readonly Unit[]; translation: readonly Unit[] }): Score {
  const lengthOf = (units: readonly Unit[]) => units.reduce((sum, { words }) => sum + words.length, 0)
  const ratio = lengthOf(translation) / Math.max(1, lengthOf(source))
  const numberOf = numbers()
  const known = new Map<Unit, Int32Array>()
  const marksOf = (unit: Unit): Int32Array => {
    const marks = known.get(unit) ?? Int32Array.from(sharedMarks(unit), numberOf).sort()
    known.set(unit, marks)
    return marks
  }
  return (one, other) => {
    if (one.isFrame !== other.isFrame) return 0
    const isText = isTextKind(one.kind) && isTextKind(other.kind)
    const kind = one.kind === other.kind ? 1 : isText ? 0.5 : 0
    if (kind === 0) return 0
    const away = (other.words.length - ratio * one.words.length) / Math.sqrt(VARIANCE * Math.max(1, one.words.length))
    const [marks, theirs] = [marksOf(one), marksOf(other)]
    const shared = marks.length + theirs.length === 0 ? 1 : 0.5 + 1.5 * dice(marks, theirs)
    return kind * (one.depth === other.depth ? 1 : 0.5) * shared * (1 + Math.exp((-away * away) / 2))
  }
}

/** What is the same in every language: figures, links, pictures. */
function sharedMarks({ block, words }: Unit): string[] {
  const { media } = block.attrs
  const links = [block, ...block.children].flatMap(({ runs }) =>
    runs.flatMap((run) => (run.type === 'text' && run.link !== undefined ? [run.link] : [])),
  )
  return [...(words.match(/\p{Nd}+/gu) ?? []), ...links, ...(media === undefined ? [] : [`picture ${media}`])]
}
