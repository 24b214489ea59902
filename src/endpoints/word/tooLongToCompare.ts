import type { FileText } from '@/domain/importPlan/fileText'
import type { RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import {
  MAX_CHARACTERS_BACK,
  MAX_CHARACTERS_BACK_OF_SECTION,
  MAX_PARTS_BACK,
  MAX_PARTS_BACK_OF_SECTION,
} from '@/import/limits'
import { partsIn } from '@/import/tooManyParts'

/** How long a text is: in blocks and runs of one format, and in characters. */
export type TextLength = { parts: number; characters: number }

/** What of a text is more than can be compared, and how much of it. */
export type TooLong = { unit: keyof TextLength; count: number; limit: number }

const OF_SECTION: TextLength = { parts: MAX_PARTS_BACK_OF_SECTION, characters: MAX_CHARACTERS_BACK_OF_SECTION }
const TOGETHER: TextLength = { parts: MAX_PARTS_BACK, characters: MAX_CHARACTERS_BACK }

/** Returns how long the longest of these texts of one section is. */
export function longestOf(texts: readonly FileText[]): TextLength {
  const both = texts.map(({ addition, body, summary }) =>
    [...body, ...addition].reduce(added, { parts: 0, characters: summary.length }),
  )
  return {
    parts: Math.max(...both.map(({ parts }) => parts)),
    characters: Math.max(...both.map(({ characters }) => characters)),
  }
}

/** Says why a section is too long to be compared; null if it is not. */
export function sectionTooLong(length: TextLength): TooLong | null {
  return exceeded(length, OF_SECTION)
}

/** Says why sections are together too long to be compared at once; null if they are not. */
export function togetherTooLong(lengths: readonly TextLength[]): TooLong | null {
  return exceeded(lengths.reduce(sum, { parts: 0, characters: 0 }), TOGETHER)
}

function added(length: TextLength, one: RichText[number]): TextLength {
  return sum(length, { parts: partsIn([one]), characters: charactersIn([one]) })
}

function charactersIn(blocks: RichText): number {
  return blocks.reduce((count, { attrs, children, runs }) => {
    const values = Object.values(attrs).reduce<number>(
      (size, one) => size + (typeof one === 'string' ? one.length : 0),
      0,
    )
    return count + values + plainTextOf(runs).length + charactersIn(children)
  }, 0)
}

function exceeded(length: TextLength, limits: TextLength): TooLong | null {
  const unit = (['parts', 'characters'] as const).find((one) => length[one] > limits[one])
  return unit ? { unit, count: length[unit], limit: limits[unit] } : null
}

function sum(one: TextLength, other: TextLength): TextLength {
  return { parts: one.parts + other.parts, characters: one.characters + other.characters }
}
