import { randomUUID } from 'node:crypto'
import { childElements, type MarkupElement } from '../markupTree'
import { readAlternative } from './knownElements'
import { indentOf, type Numbering, type NumberingLevel } from './wordNumbering'
import { depthOfListStyle, headingLevelOf, isContinuationStyle, type ParagraphStyle } from './wordStyles'
import { allNamed, attribute, childNamed, isNamed, localName, numberOf, stringOf, WORD_NAMESPACE } from './wordXml'

/** The properties of a paragraph that mammoth does not return. */
export type ParagraphMark =
  | { is: 'item'; isOrdered: boolean; isPlain: boolean; level: number; value: number }
  /** A further paragraph of the previous list item. */
  | { is: 'continuation'; level: number }
  | { is: 'heading'; level: number }
  | { is: 'rule' }
  /** An item of a list, or of a level of one, that the file does not define. */
  | { is: 'lost' }

type Given = {
  documentXml: string
  document: MarkupElement
  numbering: Numbering
  styles: ReadonlyMap<string, ParagraphStyle>
}

type Marked = {
  /** The main part of a Word file with our bookmarks. */
  documentXml: string
  /** The mark that a bookmark stands for; null for any other. */
  readMark: (name: string) => ParagraphMark | null
}

/**
 * Adds a bookmark to each paragraph of the main part of a Word file whose properties mammoth drops: where lists start
 * and which paragraphs belong to an item, headings that only have an outline level, and horizontal rules. Mammoth keeps
 * bookmarks, and `readMark` reads ours in its result. Their names are made for this reading, so that no file can
 * contain them.
 */
export function markParagraphs({ documentXml, document, numbering, styles }: Given): Marked {
  const reading = randomUUID()
  const marks = new Map<string, ParagraphMark>()
  const insertions: { at: number; name: string }[] = []
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  const walk = (container: MarkupElement, prior: OpenItem[]): OpenItem[] => {
    let open = prior
    for (const element of childElements(container)) {
      if (isNamed(element, 'Choice') && readAlternative(container) !== element) continue
      if (!isNamed(element, 'p')) {
        const isThrough = ['sdt', 'sdtContent', 'ins', 'customXml', 'smartTag'].includes(localName(element.name))
        const below = walk(element, isThrough ? open : [])
        if (isThrough || isNamed(element, 'tbl')) open = below
        if (isNamed(element, 'tbl')) open = []
        continue
      }
      const mark = markOf({ paragraph: element, open, numbering, styles, counters, started })
      const properties = childNamed(element, 'pPr')
      if (mark && element.contentStart < element.end) {
        const name = `toolkit-${reading}-${marks.size}`
        marks.set(name, mark)
        insertions.push({ at: properties ? properties.end : element.contentStart, name })
      }
      if (mark?.is === 'item')
        open = [...open.filter((item) => item.level < mark.level), openItem({ element, mark, numbering, styles })]
      else if (mark?.is !== 'continuation' && hasText(element)) open = []
      walk(element, [])
    }
    return open
  }
  walk(document, [])
  return {
    documentXml: spliced({ documentXml, insertions }),
    readMark: (name) => marks.get(name) ?? null,
  }
}

/** Each bookmark declares its prefix, because the writing program chooses those of the file, and may use none. */
function spliced({
  documentXml,
  insertions,
}: {
  documentXml: string
  insertions: { at: number; name: string }[]
}): string {
  const parts: string[] = []
  let done = 0
  for (const { at, name } of insertions.toSorted((one, other) => one.at - other.at)) {
    parts.push(documentXml.slice(done, at))
    parts.push(`<w:bookmarkStart xmlns:w="${WORD_NAMESPACE}" w:id="0" w:name="${name}"/>`)
    done = at
  }
  return [...parts, documentXml.slice(done)].join('')
}

/** An item whose list may continue, and the position where its text begins. */
type OpenItem = { level: number; left: number }

type Situation = {
  paragraph: MarkupElement
  open: OpenItem[]
  numbering: Numbering
  styles: ReadonlyMap<string, ParagraphStyle>
  counters: Map<string, number[]>
  started: Set<string>
}

function markOf(situation: Situation): ParagraphMark | null {
  const { paragraph, open, styles } = situation
  const properties = childNamed(paragraph, 'pPr')
  const style = styles.get(stringOf(properties, 'pStyle') ?? '')
  if (!hasText(paragraph)) return isRule(paragraph, properties) ? { is: 'rule' } : null
  if (headingLevelOf(style) !== undefined) return null
  const place = listPlace(situation)
  const level = place && situation.numbering.level(place)
  const last = open.at(-1)
  if (place && level && !level.isBlank) {
    const depth = place.level || depthOfListStyle(style)
    const { isOrdered, isPlain } = level
    return { is: 'item', isOrdered, isPlain, level: depth, value: count({ ...situation, place, level }) }
  }
  const outline = numberOf(properties, 'outlineLvl')
  const isHeading = outline !== undefined && outline < 9
  if (place && !level && !isHeading) return { is: 'lost' }
  const indent = indentOf(properties)
  if (last && place && level) return { is: 'continuation', level: Math.min(place.level, last.level) }
  if (last && indent !== 0 && (isContinuationStyle(style) || (indent !== undefined && indent > 0))) {
    const within = indent === undefined ? last : open.findLast((item) => item.left > 0 && item.left <= indent)
    if (within) return { is: 'continuation', level: within.level }
  }
  return isHeading ? { is: 'heading', level: Math.min(outline + 1, 6) } : null
}

/** List and level of a paragraph: its own, or those of its style. List 0 is Word's way to say "none". */
function listPlace({
  paragraph,
  numbering,
  styles,
}: Pick<Situation, 'paragraph' | 'numbering' | 'styles'>): { numId: string; level: number } | null {
  const properties = childNamed(paragraph, 'pPr')
  const own = childNamed(properties, 'numPr')
  const styleId = stringOf(properties, 'pStyle') ?? ''
  const style = styles.get(styleId)
  const numId = stringOf(own, 'numId') ?? style?.numId
  if (numId === undefined || numId === '0') return null
  const level = numberOf(own, 'ilvl') ?? numbering.levelOfStyle({ numId, styleId }) ?? style?.numLevel ?? 0
  return { numId, level: Math.max(0, Math.min(level, 8)) }
}

/** The number that Word shows: one more than before in lists of the same definition; deeper levels start again. */
function count({
  place,
  level,
  numbering,
  counters,
  started,
}: Situation & { place: { numId: string; level: number }; level: NumberingLevel }): number {
  const definition = numbering.definitionOf(place.numId)
  const values = counters.get(definition) ?? []
  counters.set(definition, values)
  const restart = numbering.restart(place)
  const isFirst = !started.has(`${place.numId} ${place.level}`)
  started.add(`${place.numId} ${place.level}`)
  const before = values[place.level]
  const value = isFirst && restart !== undefined ? restart : before === undefined ? level.start : before + 1
  values[place.level] = value
  values.length = place.level + 1
  return value
}

function openItem({
  element,
  mark,
  numbering,
  styles,
}: {
  element: MarkupElement
  mark: { level: number }
  numbering: Numbering
  styles: ReadonlyMap<string, ParagraphStyle>
}): OpenItem {
  const properties = childNamed(element, 'pPr')
  const place = listPlace({ paragraph: element, numbering, styles })
  const left = indentOf(properties) ?? (place ? numbering.level(place)?.left : undefined)
  return { level: mark.level, left: left ?? 720 * (mark.level + 1) }
}

const CONTENT = new Set(['t', 'drawing', 'sym', 'object', 'ddList'])

function hasText(element: MarkupElement): boolean {
  return childElements(element).some((child) => {
    const name = localName(child.name)
    return CONTENT.has(name) || (name === 'pict' && !isLine(child)) || hasText(child)
  })
}

/** A horizontal rule: a drawn one, or the border below an empty paragraph. */
function isRule(paragraph: MarkupElement, properties: MarkupElement | undefined): boolean {
  const border = childNamed(childNamed(properties, 'pBdr'), 'bottom')
  const style = attribute(border, 'val')
  const isBorder = style !== undefined && style !== 'nil' && style !== 'none'
  return isBorder || allNamed(paragraph, 'pict').some(isLine)
}

function isLine(picture: MarkupElement): boolean {
  return allNamed(picture, 'rect').some((rect) => ['t', 'true', '1'].includes(attribute(rect, 'hr') ?? ''))
}
