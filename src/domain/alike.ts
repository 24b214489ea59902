import { dice, diceAtMost } from './alignment/dice'
import { numbers } from './alignment/numbers'
import { wordsOf } from './alignment/words'
import { type BlockChange, changedFields, placesOf, type Segment } from './diff/diff'
import { grouped } from './grouped'
import type { SectionText } from './section'

/**
 * Two changes are alike from this similarity on (0 to 1, `dice`). Two countries that replace the same words by different
 * ones, as where each names its own authority, share the removed half of their words and reach 0.5. That is no reason to
 * change the common framework, so the limit is above it, with room for a word or two that each country says differently.
 */
export const ALIKE = 0.6

/** Places of one section that are compared for one country. Somebody who changed more wrote the section anew. */
export const MOST_PLACES = 40

/** Pairs of places that are compared for one section. More are only possible where many countries added many paragraphs. */
export const MOST_PAIRS = 20_000

/** A place that a country changed in a common text. */
export type ChangedPlace = {
  /** The field, and the block of the common text; the same for all paragraphs that were added to a field. */
  at: string
  /** What was removed (`-word`) and added (`+word`). */
  words: readonly string[]
}

export type ChangesOfCountry = { country: string; places: readonly ChangedPlace[] }

/** Countries that changed one place alike, in the order of the input; `words` are those of the first of them. */
export type AlikeChange = { at: string; countries: string[]; words: readonly string[] }

/**
 * Returns the places that a country changed in a common section, in one language; audiences and stages are no words. Costs
 * one comparison of the two texts.
 */
export function changedPlaces({ common, own }: { common: SectionText; own: SectionText }): ChangedPlace[] {
  const fields = changedFields({ before: common, after: own })
  const places = placesOf(fields).flatMap(({ field, block }): ChangedPlace[] => {
    if (block) return [{ at: `${field.field} ${placeOf(block)}`, words: wordsOfBlock(block) }]
    return field.kind === 'text' ? [{ at: field.field, words: changedWords(field.segments) }] : []
  })
  return places.filter(({ words }) => words.length > 0).slice(0, MOST_PLACES)
}

/**
 * Returns the changes that several countries made alike in one common section, most countries first. All changes must be
 * in the same language.
 *
 * Only places in the same block of the common text are compared, and added paragraphs of one field with each other. A
 * group forms around the change to which most others are alike; each change is in one group at most. With p places in a
 * block and w words in each, the work is p² · w, within `MOST_PAIRS` pairs.
 */
export function alikeChanges(changes: readonly ChangesOfCountry[]): AlikeChange[] {
  const numberOf = numbers()
  const places = changes.flatMap(({ country, places }) =>
    places.map(({ at, words }) => ({ country, at, words, bag: Int32Array.from(words, numberOf).sort() })),
  )
  let pairs = 0
  const groups = [...grouped(places, ({ at }) => at).values()].flatMap((here): AlikeChange[] => {
    if (new Set(here.map(({ country }) => country)).size < 2) return []
    const near = here.map((): number[] => [])
    for (let one = 0; one < here.length; one++)
      for (let other = one + 1; other < here.length && pairs < MOST_PAIRS; other++) {
        pairs++
        if (!isAlike(here[one], here[other])) continue
        near[one]?.push(other)
        near[other]?.push(one)
      }
    return groupsAround(here, near)
  })
  return groups.toSorted((one, other) => other.countries.length - one.countries.length)
}

type Compared = { country: string; at: string; words: readonly string[]; bag: Int32Array }

function isAlike(one: Compared | undefined, other: Compared | undefined): boolean {
  if (!one || !other || one.country === other.country) return false
  return diceAtMost(one.bag.length, other.bag.length) >= ALIKE && dice(one.bag, other.bag) >= ALIKE
}

/** `near` are, for each place, the indexes of those that are alike. */
function groupsAround(here: readonly Compared[], near: readonly number[][]): AlikeChange[] {
  const left = new Set(here.keys())
  const countriesOf = (indexes: readonly number[]) =>
    new Set(indexes.flatMap((index) => (left.has(index) ? (here[index]?.country ?? []) : [])))
  const groups: AlikeChange[] = []
  for (;;) {
    let middle = -1
    let most = 1
    for (const index of left) {
      const size = countriesOf([index, ...(near[index] ?? [])]).size
      if (size > most) [middle, most] = [index, size]
    }
    const at = here[middle]
    if (!at) return groups
    const members = [middle, ...(near[middle] ?? [])].filter((index) => left.has(index)).toSorted((a, b) => a - b)
    groups.push({ at: at.at, countries: [...countriesOf(members)], words: at.words })
    for (const index of members) left.delete(index)
  }
}

function placeOf({ status, id, idBefore }: BlockChange): string {
  return status === 'added' ? '+' : (idBefore ?? id)
}

/** The words of the block, and of what was added or removed with it as a whole. */
function wordsOfBlock(block: BlockChange): string[] {
  const isWhole = block.status === 'added' || block.status === 'removed'
  const inside = isWhole ? block.children.filter(({ status }) => status === block.status).flatMap(wordsOfBlock) : []
  const named = Object.values(block.named ?? {}).flatMap((segments) => changedWords(segments ?? []))
  return [...changedWords(block.segments), ...named, ...inside]
}

function changedWords(segments: readonly Segment[]): string[] {
  const marked = (status: Segment['status'], sign: string) =>
    // A stretch that is not marked becomes a space, so that the marked words beside it stay apart.
    wordsOf(segments.map((one) => (one.status === status ? one.text : ' ')).join('')).map((word) => sign + word)
  return [...marked('removed', '-'), ...marked('added', '+')]
}
