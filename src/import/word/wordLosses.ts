import type { RefusalKey } from '@/domain/refusal'
import { childElements, type MarkupElement, textIn } from '../markupTree'
import { isOpenGroup, isPictureFill, readAlternative } from './knownElements'
import type { WordParts } from './openWord'
import { allNamed, attribute, childNamed, isNamed, localName } from './wordXml'

/** What is lost, or should be checked, of one kind, and how often it occurs. */
export type WordLoss = { kind: 'loss' | 'doubt'; key: RefusalKey; count: number }

type Given = Pick<WordParts, 'document' | 'comments' | 'margins' | 'properties' | 'trackedChanges'>

/** What is in a Word file but not in our text, or in our text in a form that somebody should check. */
export function wordLosses({ document, comments, margins, properties, trackedChanges }: Given): WordLoss[] {
  const counts = countsOf(document)
  const losses: WordLoss[] = [
    { kind: 'loss', key: 'import.word-comments', count: comments ? allNamed(comments, 'comment').length : 0 },
    { kind: 'loss', key: 'import.word-margins', count: margins.filter(hasWords).length },
    { kind: 'loss', key: 'import.word-margins-damaged', count: margins.filter((one) => one === 'damaged').length },
    { kind: 'loss', key: 'import.word-margins-missing', count: margins.filter((one) => one === 'missing').length },
    { kind: 'loss', key: 'import.word-properties-damaged', count: properties === 'damaged' ? 1 : 0 },
    { kind: 'doubt', key: 'import.word-tracked', count: trackedChanges },
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

const NOTHING = {
  textBoxes: 0,
  textBoxesLost: 0,
  picturesLost: 0,
  formulas: 0,
  objects: 0,
  filesWithPicture: 0,
  hidden: 0,
}

function countsOf(document: MarkupElement): typeof NOTHING {
  const counts = { ...NOTHING }
  const seen = { words: 0, pictures: 0 }
  const visit = (element: MarkupElement, above: Above): void => {
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
    const here = isOpenGroup({ name, attributes: element.attributes }) ? above : below(above, name)
    if (name === 'txbxContent') counts[READ_TEXT_BOX.test(here.path) ? 'textBoxes' : 'textBoxesLost']++
    if (name === 'txbxContent' || name === 'textpath') seen.words++
    if (isPicture(element)) {
      seen.pictures++
      if (!isReadPicture({ element, here })) counts.picturesLost++
    }
    if (name === 'oMath') counts.formulas++
    if (['chart', 'relIds'].includes(name)) counts.objects++
    if (childNamed(element, 'OLEObject'))
      counts[allNamed(element, 'imagedata').some(isPicture) ? 'filesWithPicture' : 'objects']++
    if (name === 'vanish' && !['0', 'false'].includes(attribute(element, 'val') ?? '')) counts.hidden++
    for (const child of childElements(element)) visit(child, here)
  }
  visit(document, { path: '', isOld: false })
  return counts
}

/** The last steps to an element, without the groups that we remove; is it inside a picture of the old form? */
type Above = { path: string; isOld: boolean }

function below({ path, isOld }: Above, name: string): Above {
  return { path: `${path.slice(-LONGEST_PATH)}/${name}`, isOld: isOld || name === 'pict' || name === 'object' }
}

/** Where mammoth reads text boxes and pictures of the new form. */
const READ_TEXT_BOX = /\/textbox\/txbxContent$/
const READ_PICTURE = /\/drawing\/(?:inline|anchor)\/graphic\/graphicData\/pic\/blipFill\/blip$/
const LONGEST_PATH = 60

const PICTURES = ['blip', 'imagedata', 'fill']

function isPicture(element: MarkupElement): boolean {
  const names = { blip: ['embed', 'link'], fill: ['id'], imagedata: ['id'] }[localName(element.name)] ?? []
  return names.some((name) => attribute(element, name) !== undefined)
}

function isReadPicture({ element, here }: { element: MarkupElement; here: Above }): boolean {
  if (isNamed(element, 'blip')) return READ_PICTURE.test(here.path)
  return here.isOld && (!isNamed(element, 'fill') || isPictureFill((name) => attribute(element, name)))
}

function found(among: MarkupElement[], ...names: string[]): MarkupElement[] {
  return names.flatMap((name) => among.flatMap((one) => allNamed(one, name)))
}

/** A header with only a page number is ignored. */
function hasWords(margin: WordParts['margins'][number]): boolean {
  return typeof margin !== 'string' && /\p{L}/u.test(allNamed(margin, 't').map(textIn).join(''))
}
