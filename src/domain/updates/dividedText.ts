import { diffRichText } from '../diff/diff'
import type { RichText } from '../richText/richText'
import { plainTextOf } from '../richText/runs'

/** The ids of the line that begins the text of a section, and of the heading with its title. */
export function openingId(key: string): string {
  return `section-${key}`
}

export function titleId(key: string): string {
  return `section-${key}-title`
}

/** The text of one section; the title is null if the text has no heading for it. */
export type Piece = { title: string | null; body: RichText }

/**
 * Divides a text where the common one is divided: at the line and the heading that begin each section, or, where somebody
 * removed them, before the first paragraph that came after them.
 */
export function divided({
  body,
  common,
  keys,
}: {
  body: RichText
  common: RichText
  keys: readonly string[]
}): Piece[] {
  const { placeOf, isNew } = placesIn({ body, common })
  const ids = common.map(({ id }) => id)
  const pieces: Piece[] = []
  let from = 0
  let title: string | null = null
  const marks = new Set<number>()
  const closePiece = (to: number) => {
    pieces.push({ title, body: body.slice(from, to).filter((_, index) => !marks.has(from + index)) })
    from = to
  }
  for (const key of keys) {
    const opens = ids.indexOf(openingId(key))
    if (opens < 0) continue
    const line = placeOf(openingId(key))
    // Where the country had a heading of its own there, it stands beside the line in place of the common one.
    const beside = line === undefined ? [] : [line + 1, line - 1]
    const heading = placeOf(titleId(key)) ?? beside.find((at) => body[at]?.kind === 'heading' && isNew(at))
    const first = ids.slice(opens).flatMap((id) => placeOf(id) ?? [])[0] ?? body.length
    for (const at of [line, heading]) if (at !== undefined) marks.add(at)
    // A section of which somebody moved the beginning up still begins after the one before it.
    closePiece(Math.max(from, Math.min(first, heading ?? first)))
    title = heading === undefined ? null : plainTextOf(body[heading]?.runs ?? [])
  }
  closePiece(body.length)
  return pieces
}

/** Gives the place in `body` of the block of the common text with an id; undefined if it is not there. */
function placesIn({ body, common }: { body: RichText; common: RichText }): {
  placeOf: (id: string) => number | undefined
  /** Does the common text have no block like the one at this place? */
  isNew: (place: number) => boolean
} {
  const { blocks } = diffRichText({ before: common, after: body })
  const pairs = blocks.filter(({ status }) => status === 'same' || status === 'changed')
  const idAfter = new Map(pairs.map((one) => [one.idBefore ?? one.id, one.id]))
  const paired = new Set(pairs.map(({ id }) => id))
  const places = new Map(body.map(({ id }, index) => [id, index]))
  return {
    placeOf: (id) => places.get(idAfter.get(id) ?? ''),
    isNew: (place) => !paired.has(body[place]?.id ?? ''),
  }
}
