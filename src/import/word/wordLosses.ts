import type { RefusalKey } from '@/domain/refusal'
import { childElements, type MarkupElement, textIn } from '../markupTree'
import { isOpenGroup, isPictureFill } from './knownElements'
import type { WordParts } from './openWord'
import { allNamed, attribute, childNamed, isNamed, localName } from './wordXml'

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
    { kind: 'loss', key: 'import.word-pictures-lost', count: counts.picturesLost },
    { kind: 'loss', key: 'import.word-formulas', count: counts.formulas },
    { kind: 'loss', key: 'import.word-objects', count: counts.objects },
    { kind: 'loss', key: 'import.word-files-with-picture', count: counts.filesWithPicture },
    { kind: 'doubt', key: 'import.word-hidden', count: counts.hidden },
  ]
  return losses.filter(({ count }) => count > 0)
}

type Counts = Record<
  'tracked' | 'textBoxes' | 'textBoxesLost' | 'picturesLost' | 'formulas' | 'objects' | 'filesWithPicture' | 'hidden',
  number
>

function countsOf(document: MarkupElement): Counts {
  const counts: Counts = {
    tracked: 0,
    textBoxes: 0,
    textBoxesLost: 0,
    picturesLost: 0,
    formulas: 0,
    objects: 0,
    filesWithPicture: 0,
    hidden: 0,
  }
  const seen = { words: 0, pictures: 0 }
  const visit = (element: MarkupElement, above: string): void => {
    const name = localName(element.name)
    if (name === 'AlternateContent') {
      const read = readAlternative(element)
      const before = { ...seen }
      for (const child of read ? childElements(read) : []) visit(child, above)
      const unread = childElements(element).filter((child) => isNamed(child, 'Choice') && child !== read)
      if (seen.words === before.words) counts.textBoxesLost += found(unread, 'txbxContent').length
      if (seen.pictures === before.pictures) counts.picturesLost += found(unread, ...PICTURES).filter(isPicture).length
      counts.objects += found(unread, 'chart', 'relIds').length
      return
    }
    const path = isOpenGroup({ name, attributes: element.attributes }) ? above : `${above}/${name}`
    if (['ins', 'del', 'moveFrom', 'moveTo'].includes(name)) counts.tracked++
    if (name === 'txbxContent') counts[READ_TEXT_BOX.test(path) ? 'textBoxes' : 'textBoxesLost']++
    if (name === 'txbxContent' || name === 'textpath') seen.words++
    if (isPicture(element)) {
      seen.pictures++
      if (!isReadPicture({ element, path })) counts.picturesLost++
    }
    if (name === 'oMath') counts.formulas++
    if (['chart', 'relIds'].includes(name)) counts.objects++
    if (childNamed(element, 'OLEObject'))
      counts[allNamed(element, 'imagedata').some(isPicture) ? 'filesWithPicture' : 'objects']++
    if (name === 'vanish' && !['0', 'false'].includes(attribute(element, 'val') ?? '')) counts.hidden++
    for (const child of childElements(element)) visit(child, path)
  }
  visit(document, '')
  return counts
}

/** Where mammoth reads text boxes and pictures, without the groups that we remove. */
const READ_TEXT_BOX = /\/textbox\/txbxContent$/
const READ_PICTURE =
  /\/drawing\/(?:inline|anchor)\/graphic\/graphicData\/pic\/blipFill\/blip$|\/(?:pict|object)\/(?:.*\/)?(?:imagedata|fill)$/

const PICTURES = ['blip', 'imagedata', 'fill']

function isPicture(element: MarkupElement): boolean {
  const names = { blip: ['embed', 'link'], fill: ['id'], imagedata: ['id'] }[localName(element.name)] ?? []
  return names.some((name) => attribute(element, name) !== undefined)
}

function isReadPicture({ element, path }: { element: MarkupElement; path: string }): boolean {
  return READ_PICTURE.test(path) && (!isNamed(element, 'fill') || isPictureFill((name) => attribute(element, name)))
}

/**
 * Word writes drawings twice, for new and for old programs. Mammoth reads only the second form, and the first if there is
 * no second and no text box in it (`withKnownElements`).
 */
function readAlternative(element: MarkupElement): MarkupElement | undefined {
  const fallback = childNamed(element, 'Fallback')
  if (fallback && fallback.children.length > 0) return fallback
  const last = childElements(element).findLast((child) => isNamed(child, 'Choice'))
  return last && ['txbxContent', 'Choice'].every((name) => allNamed(last, name).length === 0) ? last : fallback
}

function found(among: MarkupElement[], ...names: string[]): MarkupElement[] {
  return names.flatMap((name) => among.flatMap((one) => allNamed(one, name)))
}

/** A header with only a page number is ignored. */
function hasWords(margin: WordParts['margins'][number]): boolean {
  return typeof margin !== 'string' && /\p{L}/u.test(allNamed(margin, 't').map(textIn).join(''))
}
