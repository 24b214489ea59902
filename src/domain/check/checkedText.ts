import { blocksBefore } from '../additionPlace'
import type { Language } from '../language'
import { firstWords } from '../richText/firstWords'
import type { Block } from '../richText/richText'
import { isVisible } from '../richText/visible'
import { textOf } from '../richText/walk'
import type { RichField, SectionContent, Texts } from '../section'
import type { FindingPlace } from './finding'

/** A block of a text, with the field that it is stored in. */
export type CheckedBlock = { field: RichField; block: Block }

/** The words of a section in one language, as readers get them: the addition is in its place. */
export type CheckedText = { language: Language; summary: string; blocks: readonly CheckedBlock[] }

export function checkedText(content: Texts & Pick<SectionContent, 'additionPlace'>, language: Language): CheckedText {
  const { addition, additionPlace: place, body, summary } = content
  const blocks = (body[language] ?? []).map((block): CheckedBlock => ({ field: 'body', block }))
  const added = (addition[language] ?? []).map((block): CheckedBlock => ({ field: 'addition', block }))
  const at = blocksBefore({ place, body, language })
  return { language, summary: summary[language] ?? '', blocks: blocks.toSpliced(at, 0, ...added) }
}

/** Returns the place of a block: its first line; without words that of the nearest block before it in the same field. */
export function placeIn({ blocks }: CheckedText, one: CheckedBlock): FindingPlace {
  const { field } = one
  const before = blocks.slice(0, blocks.indexOf(one) + 1).filter((other) => other.field === field)
  return { field, line: before.map(({ block }) => firstLineOf(block)).findLast((line) => line !== '') ?? '' }
}

/** Returns the first words of the first line of a block; empty if it has none. */
export function firstLineOf(block: Block): string {
  return firstWords(textOf([block]).split('\n').find(isVisible) ?? '')
}
