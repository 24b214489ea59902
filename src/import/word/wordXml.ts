import { childElements, type MarkupElement } from '../markupTree'

/** The vocabulary of Word's own names; what is added to a part declares a prefix for it. */
export const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * Word's XML by local names: most files write `w:p`, but the writing program chooses the prefix. The names from other
 * vocabularies that are read here (`txbxContent`, `oMath`) do not occur in Word's own, so local names are enough.
 */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

export function isNamed(element: MarkupElement, local: string): boolean {
  return localName(element.name) === local
}

export function childNamed(element: MarkupElement | undefined, local: string): MarkupElement | undefined {
  return element && childElements(element).find((child) => isNamed(child, local))
}

/** The value of an attribute, by local name. */
export function attribute(element: MarkupElement | undefined, local: string): string | undefined {
  if (!element) return undefined
  const found = Object.entries(element.attributes).find(([name]) => localName(name) === local)
  return found?.[1]
}

/** `val` of a child: how Word writes most properties. */
export function stringOf(element: MarkupElement | undefined, local: string): string | undefined {
  return attribute(childNamed(element, local), 'val')
}

/** A number of Word's that counts something: levels and the numbers of lists, none of which is negative. */
export function numberOf(element: MarkupElement | undefined, local: string): number | undefined {
  const value = stringOf(element, local)
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined
}

/** How many changes Word has tracked below an element. */
export function countTracked(element: MarkupElement): number {
  const isTracked = (child: MarkupElement) => ['ins', 'del', 'moveFrom', 'moveTo'].includes(localName(child.name))
  return childElements(element).reduce((sum, child) => sum + (isTracked(child) ? 1 : 0) + countTracked(child), 0)
}

/** All elements of a name below this one, in document order. */
export function allNamed(element: MarkupElement, local: string): MarkupElement[] {
  return childElements(element).flatMap((child) => [
    ...(isNamed(child, local) ? [child] : []),
    ...allNamed(child, local),
  ])
}
