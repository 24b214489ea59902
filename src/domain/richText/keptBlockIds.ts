import { dice, diceAtMost } from '../alignment/dice'
import { gapsBetween } from '../alignment/gapsBetween'
import { globalAlignment } from '../alignment/globalAlignment'
import { keptInOrder } from '../alignment/increasingSubsequence'
import type { Sides } from '../alignment/sides'
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
export function keptBlockIds({ before, after, newId }: Sides<readonly Place[]> & { newId: () => string }): string[] {
  const step: Step = { after: withFirstIds(after), before: withFirstIds(before), likeness: likenessOfTexts() }
  giveBackLeftBehind(step)
  inheritInOrder(step)
  inheritEqualText(step)
  const taken = new Set(['', ...[...step.after, ...step.before].map(({ id }) => id)])
  return step.after.map(({ id }) => {
    if (id !== '') return id
    const wanted = newId()
    let fresh = wanted
    for (let attempt = 2; taken.has(fresh); attempt += 1) fresh = `${wanted}-${attempt}`
    taken.add(fresh)
    return fresh
  })
}

type Numbered = Place & { at: number }

/** The places of both sides, each id once on a side; a step gives ids to those of `after` that have none. */
type Step = Sides<readonly Numbered[]> & { likeness: (one: string, other: string) => number }

function withFirstIds(places: readonly Place[]): Numbered[] {
  const taken = new Set<string>()
  return places.map((place, at) => {
    const id = taken.has(place.id) ? '' : place.id
    taken.add(id)
    return { ...place, id, at }
  })
}

/** An id that stands on a foreign text goes to the text that it belonged to, where that is left without one. */
function giveBackLeftBehind({ after, before, likeness }: Step): void {
  const textBefore = new Map(before.map(({ id, text }) => [id, text]))
  const withoutId = () => after.filter(({ id, text }) => id === '' && text !== '')
  let waiting = withoutId()
  let comparisons = 0
  for (const holder of after) {
    const known = holder.id === '' ? undefined : textBefore.get(holder.id)
    if (!known || comparisons > MAX_COMPARISONS || likeness(holder.text, known) >= FOREIGN) continue
    comparisons += waiting.length
    const alike = waiting.filter(({ sort }) => sort === holder.sort)
    // Of equally similar ones the nearest, and one below before one above: an Enter pushes the text down.
    const nearest = [...alike.filter(({ at }) => at > holder.at), ...alike.filter(({ at }) => at < holder.at).reverse()]
    const scored = nearest.map((heir) => ({ heir, score: likeness(heir.text, known) }))
    const [best] = scored.toSorted((one, other) => other.score - one.score)
    if (!best || best.score < SAME_TEXT) continue
    best.heir.id = holder.id
    holder.id = ''
    waiting = withoutId()
  }
}

/** Between the places that kept their id and their order, ids pass to equal and similar texts in the same order. */
function inheritInOrder({ after, before, likeness }: Step): void {
  const placeBefore = new Map(before.map(({ id, at }) => [id, at]))
  const stayed = keptInOrder(after, ({ id }) => (id === '' ? undefined : placeBefore.get(id)))
  // Empty paragraphs and rules say nothing: they only pair up where nothing else wants the place.
  const score = (one: string, other: string): number => {
    if (one === other) return one === '' ? 0.01 : 2
    const alike = likeness(one, other)
    return alike >= SAME_TEXT ? alike : 0
  }
  const isFree = isFreeOf(after)
  for (const { from, to } of gapsBetween(stayed, { at: after.length, place: before.length })) {
    const waiting = after.slice(from.at, to.at).filter(({ id }) => id === '')
    const free = grouped(before.slice(from.place, to.place).filter(isFree), ({ sort }) => sort)
    for (const [sort, heirs] of grouped(waiting, (one) => one.sort)) {
      const known = free.get(sort) ?? []
      const lengths = { before: known.length, after: heirs.length }
      for (const [i, j] of globalAlignment(lengths, (i, j) => score(known[i]?.text ?? '', heirs[j]?.text ?? ''))) {
        const [heir, one] = [heirs[j], known[i]]
        if (heir && one) heir.id = one.id
      }
    }
  }
}

function inheritEqualText({ after, before }: Step): void {
  const wordingOf = ({ sort, text }: Place): string => `${sort}\n${text}`
  const told = before.filter(({ text }) => text !== '').filter(isFreeOf(after))
  const free = grouped(told, wordingOf)
  for (const place of after) if (place.id === '') place.id = free.get(wordingOf(place))?.shift()?.id ?? ''
}

function isFreeOf(after: readonly Place[]): (place: Place) => boolean {
  const used = new Set(['', ...after.map(({ id }) => id)])
  return ({ id }) => !used.has(id)
}

/** 1 for equal texts, also for those without words; 0 for texts whose lengths make them foreign: they are not counted. */
function likenessOfTexts(): Step['likeness'] {
  const bagOf = wordBags()
  const alike = (a: Int32Array, b: Int32Array) => (diceAtMost(a.length, b.length) < FOREIGN ? 0 : dice(a, b))
  return (one, other) => (one === other ? 1 : alike(bagOf(one), bagOf(other)))
}
