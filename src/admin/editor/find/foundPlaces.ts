import { findText, type Wanted } from '@/domain/words/findText'
import type { Range } from '@/domain/words/pieces'
import { OBJECT } from '@/domain/words/tokens'
import { type TextPlace, textPlaces } from '@/lexical/textPlaces'

/** One place where a text has the words; `index` says which of its texts has them. */
export type Found = { place: TextPlace; index: number; stretch: Range }

/** Every place where an editor text has the words, in the order in which it is read. */
export function foundPlaces(state: unknown, wanted: Wanted): Found[] {
  return textPlaces(state).flatMap((place, index) =>
    findText(place.text, wanted).map((stretch) => ({ place, index, stretch })),
  )
}

/** The first place at or behind a position in a text, or the first of all. */
export function nextFrom(found: readonly Found[], { index, at }: { index: number; at: number }): number {
  const next = found.findIndex((one) => one.index > index || (one.index === index && one.stretch.from >= at))
  return Math.max(next, 0)
}

/** A place with as much of the text around it as fits in a line. */
export function contextOf({ place: { text }, stretch: { from, to } }: Found): {
  before: string
  words: string
  after: string
} {
  const start = from <= AROUND ? 0 : text.indexOf(' ', from - AROUND) + 1
  const end = text.length - to <= AROUND ? text.length : text.lastIndexOf(' ', to + AROUND)
  const [first, last] = [start > 0 && start <= from ? start : Math.max(0, from - AROUND), end >= to ? end : to + AROUND]
  return {
    before: (first > 0 ? '… ' : '') + plain(text.slice(first, from)),
    words: text.slice(from, to),
    after: plain(text.slice(to, last)) + (last < text.length ? ' …' : ''),
  }
}

/** Characters on each side. */
const AROUND = 40

/** Breaks and notes are shown as a space. */
function plain(text: string): string {
  return text.replaceAll(OBJECT, ' ').replace(/\s+/g, ' ')
}
