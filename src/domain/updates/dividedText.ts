import { diffRichText } from '../diff/diff'
import type { RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'

/** The ids of the line that begins the text of a section, and of the heading with its title. */
export function openingId(key: string): string {
  return `section-${key}`
}

export function titleId(key: string): string {
  return titleAfter(openingId(key))
}

function titleAfter(opening: string): string {
  return `${opening}-title`
}

/** The ids of all such lines and headings in the text of several sections. */
export function openingIds(body: RichText): Set<string> {
  const ids = body.flatMap(({ id, kind }, at) => {
    const title = titleAfter(id)
    return kind === 'rule' && body[at + 1]?.id === title ? [id, title] : []
  })
  return new Set(ids)
}

/** The text of one section; the title is null if the text has no heading for it. */
export type Piece = { title: string | null; body: RichText }

/**
 * Divides a text as the common one is divided, wherever its paragraphs stand now: a paragraph that the common text has
 * goes to the section where that has it, and another one to the section of the paragraph before it. `keys` are the sections
 * that a line begins; the piece before them has the key `first`. A section without words in the common text has no piece.
 */
export function divided({
  body,
  common,
  first,
  keys,
}: {
  body: RichText
  common: RichText
  first: string
  keys: readonly string[]
}): Map<string, Piece> {
  const { commonOf, placeOf } = pairsOf({ body, common })
  const keyOf = sectionsOf({ common, first, keys })
  const pieces = new Map<string, Piece>([[first, { title: null, body: [] }]])
  const marks = new Set<number>()
  for (const key of keys) {
    if (!keyOf.has(openingId(key))) continue
    const line = placeOf(openingId(key))
    // Where the country had a heading of its own there, it stands beside the line in place of the common one.
    const beside = line === undefined ? [] : [line + 1, line - 1]
    const isOwnHeading = (at: number) => body[at]?.kind === 'heading' && commonOf(at) === undefined
    const heading = placeOf(titleId(key)) ?? beside.find(isOwnHeading)
    for (const at of [line, heading]) if (at !== undefined) marks.add(at)
    pieces.set(key, { title: heading === undefined ? null : plainTextOf(body[heading]?.runs ?? []), body: [] })
  }
  let key = first
  body.forEach((block, at) => {
    key = keyOf.get(commonOf(at) ?? '') ?? key
    if (!marks.has(at)) pieces.get(key)?.body.push(block)
  })
  return pieces
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
    placeOf: (id) => places.get(idAfter.get(id) ?? ''),
  }
}
