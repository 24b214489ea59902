import { type ByLanguage, LANGUAGES, type Language } from './language'
import { isEmptyText } from './richText/empty'
import { firstWordsOf } from './richText/firstWords'
import type { Block, RichText } from './richText/richText'

/**
 * Where a country's addition stands in the text of a section: before it, or after one of its blocks (a paragraph, list,
 * table …). An addition without a place stands after the text.
 *
 * All languages share the place. A block is found by its id, which is a strong hint and can still be lost, or else by its
 * first words. A language that has neither takes the block with the same number as in a language that has one.
 */
export type AdditionPlace = { where: 'before' } | { where: 'after-block'; block: string; words: string }

/** The place that a person chooses; the words of the block are read from the text. */
export type PlaceChoice = { where: 'after' } | { where: 'before' } | { where: 'after-block'; block: string }

type Bodies = ByLanguage<RichText>
type Placed = { place: AdditionPlace | null | undefined; body: Bodies }

/** Returns the blocks after which an addition can stand: all of the top level that readers see. */
export function blocksToFollow(body: RichText): Block[] {
  return body.filter((block) => block.id !== '' && !isEmptyText(block))
}

/**
 * Returns how many blocks of the text stand before the addition in this language: all of them if it has no place, or if
 * its block is gone.
 */
export function blocksBefore({ place, body, language }: Placed & { language: Language }): number {
  const length = body[language]?.length ?? 0
  if (!place) return length
  if (place.where === 'before') return 0
  const index = indexIn(place, body[language]) ?? foundElsewhere(place, body)
  return index === null ? length : Math.min(index + 1, length)
}

/** Is the block after which the addition stands in none of the languages any more? */
export function isPlaceGone({ place, body }: Placed): boolean {
  return place?.where === 'after-block' && foundElsewhere(place, body) === null
}

/** Returns the place that a person chose, null for after the text; undefined if no language has that block. */
export function placeChosen({
  choice,
  body,
  language,
}: {
  choice: PlaceChoice
  body: Bodies
  /** The language in which the person works. */
  language: Language
}): AdditionPlace | null | undefined {
  if (choice.where === 'after') return null
  if (choice.where === 'before') return { where: 'before' }
  for (const one of [language, ...LANGUAGES]) {
    const found = body[one]?.find(({ id }) => id === choice.block)
    if (found && choice.block !== '') return { where: 'after-block', block: found.id, words: firstWordsOf(found) }
  }
  return undefined
}

/** Returns the choice that a place is in one language: with the id that its block has there. */
export function choiceOf({ place, body, language }: Placed & { language: Language }): PlaceChoice {
  if (!place) return { where: 'after' }
  if (place.where === 'before') return place
  const isGone = isPlaceGone({ place, body })
  const there = isGone ? undefined : body[language]?.[blocksBefore({ place, body, language }) - 1]
  return { where: 'after-block', block: there?.id || place.block }
}

/** Returns the text with the addition in it, after so many of its blocks. */
export function withAddition({ body, addition, at }: { body: RichText; addition: RichText; at: number }): RichText {
  return body.toSpliced(at, 0, ...addition)
}

/** Returns the text in one language with an addition in its place. `body` has all languages: they share the place. */
export function withAdditionInPlace({
  place,
  body,
  addition,
  language,
}: Placed & { addition: RichText; language: Language }): RichText {
  return withAddition({ body: body[language] ?? [], addition, at: blocksBefore({ place, body, language }) })
}

/** Returns the text of a section in one language with its addition in its place. */
export function textWithAddition(
  { addition, additionPlace: place, body }: { addition: Bodies; additionPlace?: AdditionPlace | null; body: Bodies },
  language: Language,
): RichText {
  return withAdditionInPlace({ place, body, addition: addition[language] ?? [], language })
}

type AfterBlock = Extract<AdditionPlace, { where: 'after-block' }>

function foundElsewhere(place: AfterBlock, body: Bodies): number | null {
  for (const language of LANGUAGES) {
    const index = indexIn(place, body[language])
    if (index !== null) return index
  }
  return null
}

/** By id, or by first words that only one block has: two equal beginnings do not say which one is meant. */
function indexIn({ block, words }: AfterBlock, body: RichText = []): number | null {
  const byId = body.findIndex(({ id }) => id === block)
  if (byId >= 0) return byId
  const alike = body.flatMap((one, index) => (words !== '' && firstWordsOf(one) === words ? [index] : []))
  return alike.length === 1 ? (alike[0] ?? null) : null
}
