import type { MarkupElement } from '../markupTree'
import { allNamed, attribute, childNamed, numberOf, stringOf } from './wordXml'

/** How Word numbers the paragraphs of one level of a list. */
export type NumberingLevel = {
  isOrdered: boolean
  /** Are its markers 1, 2, 3, as in our lists? Not with letters, Roman numerals or several numbers (1.1). */
  isPlain: boolean
  /** A level without a marker: Word shows nothing, and authors use it for paragraphs that continue an item. */
  isBlank: boolean
  start: number
  /** The position where the text of an item begins, in twentieths of a point. */
  left?: number
  styleId?: string
}

export type Numbering = {
  /** A level of a list; null for a list or level that the file does not define. */
  level: (place: { numId: string; level: number }) => NumberingLevel | null
  /** The level of a list that paragraphs of a style have. */
  levelOfStyle: (place: { numId: string; styleId: string }) => number | undefined
  /** Lists with the same definition continue its numbering, unless they say where they start. */
  definitionOf: (numId: string) => string
  /** The number with which this list starts on a level, if it says so. */
  restart: (place: { numId: string; level: number }) => number | undefined
}

/** numbering.xml, with its indirections (list → definition, definition → definition of a list style) resolved. */
export function readNumbering(root: MarkupElement | null): Numbering {
  const definitions = root ? allNamed(root, 'abstractNum') : []
  const lists = new Map(
    (root ? allNamed(root, 'num') : []).map((list) => [attribute(list, 'numId') ?? '', list] as const),
  )
  const definitionFor = (numId: string): MarkupElement | undefined => {
    const id = stringOf(lists.get(numId), 'abstractNumId')
    const definition = definitions.find((one) => attribute(one, 'abstractNumId') === id)
    const style = stringOf(definition, 'numStyleLink')
    return style === undefined
      ? definition
      : (definitions.find((one) => stringOf(one, 'styleLink') === style) ?? definition)
  }
  const override = ({ numId, level }: { numId: string; level: number }): MarkupElement | undefined => {
    const list = lists.get(numId)
    return list && allNamed(list, 'lvlOverride').find((one) => Number(attribute(one, 'ilvl')) === level)
  }
  const levels = (numId: string): MarkupElement[] => {
    const definition = definitionFor(numId)
    return definition ? allNamed(definition, 'lvl') : []
  }
  return {
    level: (place) => {
      const own = childNamed(override(place), 'lvl')
      const found = own ?? levels(place.numId).find((one) => Number(attribute(one, 'ilvl') ?? 0) === place.level)
      return found ? readLevel(found) : null
    },
    levelOfStyle: ({ numId, styleId }) => {
      const found = levels(numId).find((one) => stringOf(one, 'pStyle') === styleId)
      return found ? Number(attribute(found, 'ilvl') ?? 0) : undefined
    },
    definitionOf: (numId) => attribute(definitionFor(numId), 'abstractNumId') ?? numId,
    restart: (place) => numberOf(override(place), 'startOverride'),
  }
}

function readLevel(level: MarkupElement): NumberingLevel {
  const format = stringOf(level, 'numFmt')
  const text = stringOf(level, 'lvlText')
  const left = indentOf(childNamed(level, 'pPr'))
  return {
    isOrdered: format !== 'bullet' && format !== 'none',
    isPlain: [undefined, 'decimal', 'decimalZero'].includes(format) && (text?.match(/%\d/g)?.length ?? 0) <= 1,
    isBlank: format === 'none' ? !text?.trim() : format === 'bullet' && text !== undefined && text.trim() === '',
    start: numberOf(level, 'start') ?? 1,
    ...(left === undefined ? {} : { left }),
  }
}

/** The left indent of paragraph properties. */
export function indentOf(properties: MarkupElement | undefined): number | undefined {
  const indent = childNamed(properties, 'ind')
  const value = attribute(indent, 'left') ?? attribute(indent, 'start')
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined
}
