import type { MarkupElement } from '../markupTree'
import { allNamed, attribute, childNamed, numberOf, stringOf } from './wordXml'

export type ParagraphStyle = { id: string; name: string; outlineLevel?: number; numId?: string; numLevel?: number }

/** The paragraph styles of a Word file by id, each with what it inherits from the styles that it is based on. */
export function paragraphStyles(styles: MarkupElement | null): Map<string, ParagraphStyle> {
  const elements = new Map<string, MarkupElement>()
  for (const style of styles ? allNamed(styles, 'style') : []) {
    const id = attribute(style, 'styleId')
    if (id !== undefined && attribute(style, 'type') === 'paragraph' && !elements.has(id)) elements.set(id, style)
  }
  return new Map([...elements.keys()].map((id) => [id, inherited({ id, elements, seen: new Set() })]))
}

/** A style that is based on others, which are based on others: Word's own are no longer than five. */
const LONGEST_CHAIN = 50

type Inheritance = { id: string; elements: ReadonlyMap<string, MarkupElement>; seen: Set<string> }

function inherited({ id, elements, seen }: Inheritance): ParagraphStyle {
  const style = elements.get(id)
  const basedOn = stringOf(style, 'basedOn')
  seen.add(id)
  const isFollowed = basedOn !== undefined && !seen.has(basedOn) && seen.size < LONGEST_CHAIN
  const base = isFollowed ? inherited({ id: basedOn, elements, seen }) : null
  const properties = childNamed(style, 'pPr')
  const numbering = childNamed(properties, 'numPr')
  const name = stringOf(style, 'name') ?? id
  const builtIn = /^heading ([1-9])$/i.exec(name)?.[1]
  const outlineLevel =
    numberOf(properties, 'outlineLvl') ?? (builtIn === undefined ? base?.outlineLevel : Number(builtIn) - 1)
  const numId = stringOf(numbering, 'numId') ?? base?.numId
  const numLevel = numberOf(numbering, 'ilvl') ?? base?.numLevel
  return {
    id,
    name,
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(numId === undefined ? {} : { numId }),
    ...(numLevel === undefined ? {} : { numLevel }),
  }
}

/** The heading level, 1-9, of paragraphs of a style; undefined for text. */
export function headingLevelOf(style: ParagraphStyle | undefined): number | undefined {
  if (!style || isOneOf(style.name, ['Title', 'Subtitle', 'TOC Heading'])) return undefined
  const level = style.outlineLevel
  return level === undefined || level > 8 ? undefined : level + 1
}

/**
 * How deeply the items of a style are nested: Word's own "List Bullet 2" to "List Number 5" each have a list of one
 * level, and only their names say that they belong below another. 0 for every other style.
 */
export function depthOfListStyle(style: ParagraphStyle | undefined): number {
  const [, level = '1'] = /^list (?:bullet|number) ([2-5])$/i.exec(style?.name ?? '') ?? []
  return Number(level) - 1
}

/** Styles of paragraphs that continue the previous list item. */
export function isContinuationStyle(style: ParagraphStyle | undefined): boolean {
  return style !== undefined && /^list (?:continue(?: \d)?|paragraph)$/i.test(style.name)
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase())
}
