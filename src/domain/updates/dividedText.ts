import { diffRichText } from '../diff/diff'
import type { Block, RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'
import { isEmptyField } from '../richText/sameText'
import { openingId, titleId } from '../sectionOpening'

/** The text of one section; the title is null if the text has no heading for it. */
export type Piece = { title: string | null; body: RichText }

/**
 * Divides a text as the common one is divided, wherever its paragraphs stand now: a paragraph that the common text has
 * goes to the section where that has it, and another one to the section of the paragraph before it. A text that a person
 * edited (`isEdited`) is divided at its lines, as long as all of them stand in their order. `keys` are the sections that a
 * line begins; the piece before them has the key `first`. A section without words in the common text has no piece.
 */
export function divided({
  body: given,
  common: givenCommon,
  first,
  keys,
  isEdited = false,
}: {
  body: RichText
  common: RichText
  first: string
  keys: readonly string[]
  isEdited?: boolean
}): Map<string, Piece> {
  const body = withOneIdEach(given)
  // In a language that is not divided, the same paragraph can be in two sections.
  const common = withOneIdEach(givenCommon)
  const { commonOf, placeOf } = pairsOf({ body, common })
  const keyOf = sectionsOf({ common, first, keys })
  const opened = keys.filter((key) => keyOf.has(openingId(key)))
  const lines = isEdited ? linesIn(body, opened) : null
  const pieces = new Map<string, Piece>([[first, { title: null, body: [] }]])
  const marks = new Set<number>()
  for (const key of opened) {
    const line = lines ? lines.get(key) : placeOf(openingId(key))
    // Where the country had a heading of its own there, it stands beside the line in place of the common one.
    const beside = line === undefined ? [] : [line + 1, line - 1]
    const isOwnHeading = (at: number) => body[at]?.kind === 'heading' && commonOf(at) === undefined
    const heading = placeOf(titleId(key)) ?? beside.find(isOwnHeading)
    const title = heading === undefined ? null : titleIn(body[heading])
    if (line !== undefined) marks.add(line)
    if (heading !== undefined && title !== null) marks.add(heading)
    pieces.set(key, { title: isEmptyField(title ?? '') ? null : title, body: [] })
  }
  const opensAt = new Map([...(lines ?? [])].map(([key, at]) => [at, key]))
  let key = first
  given.forEach((block, at) => {
    key = (lines ? opensAt.get(at) : keyOf.get(commonOf(at) ?? '')) ?? key
    if (!marks.has(at)) pieces.get(key)?.body.push(block)
  })
  return pieces
}

/** The words of a heading, or of a paragraph that was one; null for every other block. */
function titleIn(given: Block | undefined): string | null {
  return given?.kind === 'heading' || given?.kind === 'paragraph' ? plainTextOf(given.runs) : null
}

/** The text with an id on every block, no two of them equal: new paragraphs have none yet, and a copy has that of its original. */
function withOneIdEach(body: RichText): RichText {
  const taken = new Set([''])
  return body.map((block, at) => {
    const id = taken.has(block.id) ? `new-${at}` : block.id
    taken.add(id)
    return id === block.id ? block : { ...block, id }
  })
}

/** The place of the line that begins each section; null if a line is missing, or if they have another order. */
function linesIn(body: RichText, keys: readonly string[]): Map<string, number> | null {
  const places = keys.map((key) => body.findIndex(({ id, kind }) => kind === 'rule' && id === openingId(key)))
  const areInOrder = places.every((place, index) => place > (places[index - 1] ?? -1))
  return areInOrder ? new Map(keys.map((key, index) => [key, places[index] ?? 0])) : null
}

/** For each block of the common text, the key of its section. */
function sectionsOf({
  common,
  first,
  keys,
}: {
  common: RichText
  first: string
  keys: readonly string[]
}): Map<string, string> {
  const opened = new Map(keys.map((key) => [openingId(key), key]))
  let key = first
  return new Map(
    common.map(({ id }) => {
      key = opened.get(id) ?? key
      return [id, key]
    }),
  )
}

/** Which block of the common text each block of `body` is. */
function pairsOf({ body, common }: { body: RichText; common: RichText }): {
  /** The id of the common block at a place of `body`; undefined if the common text has none like it. */
  commonOf: (place: number) => string | undefined
  /** The place in `body` of a common block; undefined if it is not there. */
  placeOf: (id: string) => number | undefined
} {
  const { blocks } = diffRichText({ before: common, after: body })
  const pairs = blocks.filter(({ status }) => status === 'same' || status === 'changed')
  const idBefore = new Map(pairs.map((one) => [one.id, one.idBefore ?? one.id]))
  const idAfter = new Map(pairs.map((one) => [one.idBefore ?? one.id, one.id]))
  const places = new Map(body.map(({ id }, index) => [id, index]))
  return {
    commonOf: (place) => idBefore.get(body[place]?.id ?? ''),
    placeOf: (id) => {
      const after = idAfter.get(id)
      return after === undefined ? undefined : places.get(after)
    },
  }
}
