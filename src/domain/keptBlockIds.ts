/** A place in a text that carries an id: blocks, rows of tables and entries of structured blocks, in reading order. */
export type Place = {
  /** '' where it has none. */
  id: string
  /** Ids only pass between places of one sort, for instance from a paragraph to a heading and never to a table. */
  sort: string
  /** What a reader would read aloud. */
  text: string
}

// Below this an id and a text have nothing to do with each other: the id was left behind by an Enter at the start.
const FOREIGN = 0.2
// From here on two texts are the same text, edited (the threshold that VisualEditor and Gutenberg use).
const SAME_TEXT = 0.5
// Past this many comparisons only equal texts are paired: words are not worth a second of waiting.
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
  const ids = firstOfEach(after)
  const idsBefore = firstOfEach(before)
  const step = { ids, after, before: before.map((place, at) => ({ ...place, id: idsBefore[at] ?? '' })) }
  const similarity = wordSimilarity()
  giveBackLeftBehind({ ...step, similarity })
  inheritInOrder({ ...step, similarity })
  inheritEqualText(step)
  return completed({ ids, before, newId })
}

type Similarity = (one: string, other: string) => number
type Step = { ids: string[]; after: readonly Place[]; before: readonly Place[] }

function firstOfEach(places: readonly Place[]): string[] {
  const taken = new Set<string>()
  return places.map(({ id }) => {
    if (id === '' || taken.has(id)) return ''
    taken.add(id)
    return id
  })
}

function giveBackLeftBehind({ ids, after, before, similarity }: Step & { similarity: Similarity }): void {
  const textBefore = new Map(before.map((place) => [place.id, place.text]))
  const isWaiting = (place: number) => ids[place] === '' && after[place]?.text !== ''
  let comparisons = 0
  after.forEach((holder, place) => {
    const id = ids[place] ?? ''
    const known = id === '' ? undefined : textBefore.get(id)
    if (!known || similarity(holder.text, known) >= FOREIGN || comparisons > MAX_COMPARISONS) return
    let heir = { place: -1, score: SAME_TEXT - Number.EPSILON }
    // Nearest first, and after the holder before before it: an Enter pushes the text down.
    for (const candidate of [...range(place + 1, after.length), ...range(0, place).reverse()]) {
      if (!isWaiting(candidate) || after[candidate]?.sort !== holder.sort) continue
      comparisons += 1
      const score = similarity(after[candidate]?.text ?? '', known)
      if (score > heir.score) heir = { place: candidate, score }
    }
    if (heir.place < 0) return
    ids[heir.place] = id
    ids[place] = ''
  })
}

function inheritInOrder({ ids, after, before, similarity }: Step & { similarity: Similarity }): void {
  const placeBefore = new Map(before.map((place, at) => [place.id, at]))
  const stayed = ids.flatMap((id, at) => {
    const was = id === '' ? undefined : placeBefore.get(id)
    return was === undefined ? [] : [{ at, was }]
  })
  const used = new Set(ids)
  let from = { at: -1, was: -1 }
  for (const to of [...longestRising(stayed), { at: after.length, was: before.length }]) {
    const waiting = range(from.at + 1, to.at).filter((at) => ids[at] === '')
    const free = range(from.was + 1, to.was).filter((was) => isFree(before[was], used))
    for (const sort of new Set(waiting.map((at) => after[at]?.sort))) {
      const pairs = pairedInOrder({
        after: waiting.filter((at) => after[at]?.sort === sort),
        before: free.filter((was) => before[was]?.sort === sort),
        score: (at, was) => pairScore(after[at]?.text ?? '', before[was]?.text ?? '', similarity),
        isEqual: (at, was) => after[at]?.text === before[was]?.text,
      })
      for (const { at, was } of pairs) ids[at] = before[was]?.id ?? ''
    }
    from = to
  }
}

function inheritEqualText({ ids, after, before }: Step): void {
  const used = new Set(ids)
  const free = new Map<string, string[]>()
  for (const place of before) {
    if (place.text === '' || !isFree(place, used)) continue
    used.add(place.id)
    const key = `${place.sort}\n${place.text}`
    free.set(key, [...(free.get(key) ?? []), place.id])
  }
  after.forEach((place, at) => {
    if (ids[at] === '') ids[at] = free.get(`${place.sort}\n${place.text}`)?.shift() ?? ''
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

function isFree(place: Place | undefined, used: ReadonlySet<string>): boolean {
  return place !== undefined && place.id !== '' && !used.has(place.id)
}

function pairScore(one: string, other: string, similarity: Similarity): number {
  // Empty paragraphs and rules say nothing: they only pair up where nothing else wants the place.
  if (one === other) return one === '' ? 0.01 : 2
  const score = similarity(one, other)
  return score >= SAME_TEXT ? score : 0
}

type Pair = { at: number; was: number }
type Pairing = {
  after: number[]
  before: number[]
  score: (at: number, was: number) => number
  isEqual: (at: number, was: number) => boolean
}

/** The order-preserving pairing with the greatest sum of scores (Needleman-Wunsch without a price for gaps). */
function pairedInOrder({ after, before, score, isEqual }: Pairing): Pair[] {
  if (after.length * before.length > MAX_COMPARISONS) return equalInOrder({ after, before, isEqual })
  const width = before.length + 1
  const best = new Float64Array((after.length + 1) * width)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  const scores = after.map((one) => before.map((other) => score(one, other)))
  for (let row = after.length - 1; row >= 0; row -= 1) {
    for (let column = before.length - 1; column >= 0; column -= 1) {
      const own = scores[row]?.[column] ?? 0
      const paired = own > 0 ? own + at(row + 1, column + 1) : 0
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  let row = 0
  let column = 0
  while (row < after.length && column < before.length) {
    const own = scores[row]?.[column] ?? 0
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1)) {
      pairs.push({ at: after[row] ?? 0, was: before[column] ?? 0 })
      row += 1
      column += 1
    } else if (at(row, column) === at(row + 1, column)) row += 1
    else column += 1
  }
  return pairs
}

function equalInOrder({ after, before, isEqual }: Omit<Pairing, 'score'>): Pair[] {
  let from = 0
  let budget = MAX_COMPARISONS
  return after.flatMap((at) => {
    for (let place = from; place < before.length && budget > 0; place += 1, budget -= 1) {
      const was = before[place] ?? 0
      if (!isEqual(at, was)) continue
      from = place + 1
      return [{ at, was }]
    }
    return []
  })
}

/** The longest part of the pairs in which both sides rise (patience sorting); `at` rises already. */
function longestRising(pairs: Pair[]): Pair[] {
  type Link = { pair: Pair; previous: Link | undefined }
  const piles: Link[] = []
  for (const pair of pairs) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((piles[middle]?.pair.was ?? 0) < pair.was) low = middle + 1
      else high = middle
    }
    piles[low] = { pair, previous: piles[low - 1] }
  }
  const rising: Pair[] = []
  for (let link = piles.at(-1); link; link = link.previous) rising.push(link.pair)
  return rising.reverse()
}

/** Dice over the words of two texts, each word as often as it stands there; 1 for equal texts. */
function wordSimilarity(): Similarity {
  const bags = new Map<string, Map<string, number>>()
  const bagOf = (text: string) => {
    const known = bags.get(text)
    if (known) return known
    const bag = new Map<string, number>()
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1)
    bags.set(text, bag)
    return bag
  }
  return (one, other) => {
    if (one === other) return 1
    const words = bagOf(one)
    const otherWords = bagOf(other)
    let shared = 0
    for (const [word, count] of words) shared += Math.min(count, otherWords.get(word) ?? 0)
    const total = sum(words) + sum(otherWords)
    return total === 0 ? 0 : (2 * shared) / total
  }
}

function sum(bag: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of bag.values()) total += count
  return total
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
}
