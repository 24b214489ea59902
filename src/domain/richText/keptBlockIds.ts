import { dice } from '../alignment/dice'
import { globalAlignment } from '../alignment/globalAlignment'
import { heaviestIncreasingSubsequence } from '../alignment/increasingSubsequence'
import { wordBags } from '../alignment/words'
import { grouped } from '../grouped'

/** A place in a text that carries an id: blocks, rows of tables and entries of structured blocks, in reading order. */
export type Place = {
  /** '' where it has none. */
  id: string
  /** Ids only pass between places of one sort, for instance from a paragraph to a heading and never to a table. */
  sort: string
  /** What a reader would read aloud. */
  text: string
}

/** Below this an id and a text have nothing to do with each other: the id was left behind by an Enter at the start. */
const FOREIGN = 0.2
/** From here on two texts are the same text, edited (the threshold that VisualEditor and Gutenberg use). */
const SAME_TEXT = 0.5
/** After this many comparisons no more heirs are looked for. */
const MAX_COMPARISONS = 40_000

/**
 * The id of each place of `after`: every place gets one and no two are equal. A place keeps its id; of several places
 * with one id the first keeps it. A place without an id inherits the one that its text had in `before`, where that id
 * is free or has stayed behind on an empty or foreign text: first by equal or similar text (half of the words) in the
 * same order, then by equal text anywhere. What is left gets `newId()`. Deterministic; never throws.
 */
export function keptBlockIds({
  after,
  before,
  newId,
}: {
  after: readonly Place[]
  before: readonly Place[]
  newId: () => string
}): string[] {
  const idsBefore = firstOfEach(before)
  const step: Step = {
    ids: firstOfEach(after),
    after,
    before: before.map((place, at) => ({ ...place, id: idsBefore[at] ?? '' })),
    likeness: likenessOfTexts(),
  }
  giveBackLeftBehind(step)
  inheritInOrder(step)
  inheritEqualText(step)
  return completed({ ids: step.ids, before, newId })
}

/** The ids of `after` so far ('' where there is none yet); each of `before` is there once. */
type Step = {
  ids: string[]
  after: readonly Place[]
  before: readonly Place[]
  likeness: (one: string, other: string) => number
}

function firstOfEach(places: readonly Place[]): string[] {
  const taken = new Set<string>()
  return places.map(({ id }) => {
    if (id === '' || taken.has(id)) return ''
    taken.add(id)
    return id
  })
}

/** An id that stands on a foreign text goes to the text that it belonged to, where that is left without one. */
function giveBackLeftBehind({ ids, after, before, likeness }: Step): void {
  const textBefore = new Map(before.map((place) => [place.id, place.text]))
  const withoutId = (): number[] => [...after.keys()].filter((at) => ids[at] === '' && after[at]?.text !== '')
  let waiting = withoutId()
  let comparisons = 0
  after.forEach((holder, place) => {
    const id = ids[place] ?? ''
    const known = id === '' ? undefined : textBefore.get(id)
    if (!known || comparisons > MAX_COMPARISONS || likeness(holder.text, known) >= FOREIGN) return
    comparisons += waiting.length
    const scored = waiting.flatMap((at) => {
      const { sort, text } = after[at] ?? holder
      return sort === holder.sort ? [{ at, score: likeness(text, known) }] : []
    })
    // Of equally similar ones the nearest, and one below before one above: an Enter pushes the text down.
    const nearest = [...scored.filter(({ at }) => at > place), ...scored.filter(({ at }) => at < place).reverse()]
    const [heir] = nearest.toSorted((one, other) => other.score - one.score)
    if (!heir || heir.score < SAME_TEXT) return
    ids[heir.at] = id
    ids[place] = ''
    waiting = withoutId()
  })
}

/** Between the places that kept their id and their order, ids pass to equal and similar texts in the same order. */
function inheritInOrder({ ids, after, before, likeness }: Step): void {
  const placeBefore = new Map(before.map(({ id }, place) => [id, place]))
  const stayed = ids.flatMap((id, at) => {
    const place = id === '' ? undefined : placeBefore.get(id)
    return place === undefined ? [] : [{ at, place }]
  })
  const used = new Set(ids)
  // Empty paragraphs and rules say nothing: they only pair up where nothing else wants the place.
  const score = (one: string, other: string): number => {
    if (one === other) return one === '' ? 0.01 : 2
    const alike = likeness(one, other)
    return alike >= SAME_TEXT ? alike : 0
  }
  let from = { at: 0, place: 0 }
  for (const to of [...heaviestIncreasingSubsequence(stayed), { at: after.length, place: before.length }]) {
    const waiting = after.slice(from.at, to.at).map((one, step) => ({ ...one, at: from.at + step }))
    const open = waiting.filter(({ at }) => ids[at] === '')
    const free = grouped(before.slice(from.place, to.place).filter(isFree(used)), ({ sort }) => sort)
    for (const [sort, places] of grouped(open, (one) => one.sort)) {
      const known = free.get(sort) ?? []
      const pairs = globalAlignment({
        before: known.length,
        after: places.length,
        score: (i, j) => score(known[i]?.text ?? '', places[j]?.text ?? ''),
      })
      for (const [i, j] of pairs) ids[places[j]?.at ?? 0] = known[i]?.id ?? ''
    }
    from = { at: to.at + 1, place: to.place + 1 }
  }
}

function inheritEqualText({ ids, after, before }: Step): void {
  const wordingOf = ({ sort, text }: Place): string => `${sort}\n${text}`
  const told = before.filter(({ text }) => text !== '').filter(isFree(new Set(ids)))
  const free = grouped(told, wordingOf)
  after.forEach((place, at) => {
    if (ids[at] === '') ids[at] = free.get(wordingOf(place))?.shift()?.id ?? ''
  })
}

function completed({ ids, before, newId }: { ids: string[]; before: readonly Place[]; newId: () => string }): string[] {
  const taken = new Set([...ids, ...before.map(({ id }) => id)])
  return ids.map((id) => {
    if (id !== '') return id
    const wanted = newId()
    let fresh = wanted
    for (let attempt = 2; fresh === '' || taken.has(fresh); attempt += 1) fresh = `${wanted}-${attempt}`
    taken.add(fresh)
    return fresh
  })
}

function isFree(used: ReadonlySet<string>): (place: Place) => boolean {
  return ({ id }) => id !== '' && !used.has(id)
}

/** 1 for equal texts, also for those without words. */
function likenessOfTexts(): Step['likeness'] {
  const bagOf = wordBags()
  return (one, other) => (one === other ? 1 : dice(bagOf(one), bagOf(other)))
}
