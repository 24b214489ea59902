import { childElements, type MarkupElement, markupTree } from '../markupTree'
import { childNamed, isNamed, localName } from './wordXml'

/**
 * The XML of a part as it was before the changes that Word has tracked in it: as if all of them were rejected. Words that were
 * inserted go, words that were deleted come back, and formats are as they were. A paragraph that was inserted is marked as
 * deleted: its words, if any are left, then belong to the next one, as in Word.
 */
export function withoutTracked(xml: string): string {
  const top = markupTree(xml)
  if (top === null) return xml
  const edits: Edit[] = []
  const visit = (element: MarkupElement, parent: MarkupElement): void => {
    const found = editsOf({ element, parent, xml })
    edits.push(...found.edits)
    if (found.goesOn) for (const child of childElements(element)) visit(child, element)
  }
  for (const child of childElements(top)) visit(child, top)
  return applied(xml, edits)
}

type Edit = { from: number; to: number; text: string }
type Place = { element: MarkupElement; parent: MarkupElement; xml: string }

const INSERTED = ['ins', 'moveTo']
const DELETED = ['del', 'moveFrom']
/** In the properties of a paragraph mark, a row or a cell, they stand for it and have no content. */
const PROPERTIES = ['rPr', 'trPr', 'tcPr']
/** What belongs to a paragraph whatever its earlier properties were. */
const KEPT_PROPERTIES = ['rPr', 'sectPr']

function editsOf({ element, parent, xml }: Place): { edits: Edit[]; goesOn: boolean } {
  const name = localName(element.name)
  const whole: Edit = { from: startOf(element, xml), to: element.end, text: '' }
  const isProperty = PROPERTIES.includes(localName(parent.name))
  if (name === 'tr' && childNamed(childNamed(element, 'trPr'), 'ins')) return { edits: [whole], goesOn: false }
  if (INSERTED.includes(name)) {
    const isMark = isProperty && isNamed(parent, 'rPr')
    return { edits: [isMark ? { ...whole, text: `<${prefixOf(element)}del/>` } : whole], goesOn: false }
  }
  if (DELETED.includes(name)) {
    if (isProperty || element.contentStart === element.end) return { edits: [whole], goesOn: false }
    return { edits: tagsOf(element, xml).map(({ from, to }) => ({ from, to, text: '' })), goesOn: true }
  }
  if (name === 'delText' || name === 'delInstrText')
    return { edits: renamed(element, xml, name === 'delText' ? 't' : 'instrText'), goesOn: false }
  const change = childElements(element).find((child) => isNamed(child, `${name}Change`))
  if (change && (name === 'rPr' || name === 'pPr')) return earlierProperties({ element, change, xml })
  return { edits: [], goesOn: true }
}

function earlierProperties({ element, change, xml }: { element: MarkupElement; change: MarkupElement; xml: string }) {
  const [before] = childElements(change)
  const [opening, closing] = before ? tagsOf(before, xml) : []
  const kept = isNamed(element, 'pPr') ? KEPT_PROPERTIES : []
  const gone = childElements(element).filter((child) => !kept.includes(localName(child.name)))
  return {
    edits: [
      {
        ...{ from: element.contentStart, to: element.contentStart },
        text: opening && closing ? xml.slice(opening.to, closing.from) : '',
      },
      ...gone.map((child): Edit => ({ from: startOf(child, xml), to: child.end, text: '' })),
      ...childElements(element)
        .filter((child) => !gone.includes(child))
        .flatMap((child) => childElements(child).flatMap((one) => editsOf({ element: one, parent: child, xml }).edits)),
    ],
    goesOn: false,
  }
}

function renamed(element: MarkupElement, xml: string, name: string): Edit[] {
  return tagsOf(element, xml).map(({ from, to }) => ({
    ...{ from, to },
    text: xml.slice(from, to).replace(element.name, `${prefixOf(element)}${name}`),
  }))
}

/** The opening and the closing tag; nothing for an element that is one tag. */
function tagsOf(element: MarkupElement, xml: string): { from: number; to: number }[] {
  if (element.contentStart === element.end) return []
  return [
    { from: startOf(element, xml), to: element.contentStart },
    { from: xml.lastIndexOf('<', element.end - 1), to: element.end },
  ]
}

/** No value of an attribute contains `<`. */
function startOf(element: MarkupElement, xml: string): number {
  return xml.lastIndexOf('<', element.contentStart - 1)
}

function prefixOf({ name }: MarkupElement): string {
  return name.slice(0, name.indexOf(':') + 1)
}

function applied(xml: string, edits: Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const { from, to, text } of edits.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    parts.push(xml.slice(done, from), text)
    done = to
  }
  return [...parts, xml.slice(done)].join('')
}
