import type { RefusalKey } from '@/domain/refusal'
import { childElements, type MarkupElement, textIn } from '../markupTree'
import type { WordParts } from './openWord'
import { allNamed, attribute, isNamed, localName } from './wordXml'

/** What is lost, or should be checked, of one kind, and how often it occurs. */
export type WordLoss = { kind: 'loss' | 'doubt'; key: RefusalKey; count: number }

type Given = Pick<WordParts, 'document' | 'comments' | 'margins' | 'properties'>

/** What is in a Word file but not in our text, or in our text in a form that somebody should check. */
export function wordLosses({ document, comments, margins, properties }: Given): WordLoss[] {
  const counts = countsOf(document)
  const losses: WordLoss[] = [
    { kind: 'loss', key: 'import.word-comments', count: comments ? allNamed(comments, 'comment').length : 0 },
    { kind: 'loss', key: 'import.word-margins', count: margins.filter(hasWords).length },
    { kind: 'loss', key: 'import.word-margins-damaged', count: margins.filter((one) => one === 'damaged').length },
    { kind: 'loss', key: 'import.word-margins-missing', count: margins.filter((one) => one === 'missing').length },
    { kind: 'loss', key: 'import.word-properties-damaged', count: properties === 'damaged' ? 1 : 0 },
    { kind: 'doubt', key: 'import.word-tracked', count: counts.tracked },
    { kind: 'doubt', key: 'import.word-text-boxes', count: counts.textBoxes },
    { kind: 'loss', key: 'import.word-text-boxes-lost', count: counts.textBoxesLost },
    { kind: 'loss', key: 'import.word-formulas', count: counts.formulas },
    { kind: 'loss', key: 'import.word-objects', count: counts.objects },
    { kind: 'doubt', key: 'import.word-hidden', count: counts.hidden },
  ]
  return losses.filter(({ count }) => count > 0)
}

type Counts = Record<'tracked' | 'textBoxes' | 'textBoxesLost' | 'formulas' | 'objects' | 'hidden', number>

function countsOf(document: MarkupElement): Counts {
  const counts: Counts = { tracked: 0, textBoxes: 0, textBoxesLost: 0, formulas: 0, objects: 0, hidden: 0 }
  const visit = (element: MarkupElement): void => {
    const name = localName(element.name)
    if (name === 'AlternateContent') {
      countAlternative(element, counts)
      childElements(element)
        .filter((child) => isNamed(child, 'Fallback'))
        .forEach(visit)
      return
    }
    if (['ins', 'del', 'moveFrom', 'moveTo'].includes(name)) counts.tracked++
    if (name === 'txbxContent') counts.textBoxes++
    if (name === 'oMath') counts.formulas++
    if (['chart', 'relIds', 'OLEObject'].includes(name)) counts.objects++
    if (name === 'vanish' && !['0', 'false'].includes(attribute(element, 'val') ?? '')) counts.hidden++
    childElements(element).forEach(visit)
  }
  visit(document)
  return counts
}

/** Word writes a text box twice, for new and for old programs; mammoth reads only the second form. */
function countAlternative(element: MarkupElement, counts: Counts): void {
  const choices = childElements(element).filter((child) => isNamed(child, 'Choice'))
  const fallbacks = childElements(element).filter((child) => isNamed(child, 'Fallback'))
  const boxes = (among: MarkupElement[]): number => among.flatMap((one) => allNamed(one, 'txbxContent')).length
  if (boxes(fallbacks) === 0) counts.textBoxesLost += boxes(choices)
  counts.objects += choices.flatMap((one) => [...allNamed(one, 'chart'), ...allNamed(one, 'relIds')]).length
}

/** A header with only a page number is ignored. */
function hasWords(margin: WordParts['margins'][number]): boolean {
  return typeof margin !== 'string' && /\p{L}/u.test(allNamed(margin, 't').map(textIn).join(''))
}
