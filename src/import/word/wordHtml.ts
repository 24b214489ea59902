import { type Attributes, type Block, block, type Mark, type Run, text } from '@/domain/richText'
import { takenLink } from '@/domain/safeUrl'
import { cleanRuns, cleanText } from '../cleanRuns'
import { type Inline, joinParagraphs, plainTextWithAddresses, splitAtPictures, takeApart } from '../inline'
import { childElements, type MarkupElement, type MarkupNode, textIn } from '../markupTree'
import type { NoteBook } from '../noteBook'
import type { Piece } from '../piece'
import { openListBuilder } from './listBuilder'
import { type ParagraphMark, readMark } from './markParagraphs'

type Given = {
  /** The tree of mammoth's HTML. */
  html: MarkupElement
  path: string
  book: NoteBook
  /** The block for the picture with this address in the HTML; null where it could not be taken over. */
  picture: (picture: { address: string; alt: string; source: string }) => Block | null
}

type Context = Given & {
  footnotes: ReadonlyMap<string, MarkupElement>
  /** Where we are, for messages: the file and the last heading. */
  here: string
  title?: string
}

/** Mammoth's HTML of a Word file (made with our style map and marks) as blocks, and the text of the style Title. */
export function readWordHtml(given: Given): { title?: string; pieces: Piece[] } {
  const notes = childElements(given.html).filter(isListOfNotes)
  const footnotes = new Map(notes.flatMap(childElements).map((note) => [note.attributes.id ?? '', note]))
  const context: Context = { ...given, footnotes, here: given.path }
  const pieces: Piece[] = []
  readBlocks({
    elements: childElements(given.html).filter((element) => !isListOfNotes(element)),
    context,
    emit: (found) => pieces.push({ source: context.here, block: found }),
  })
  return context.title === undefined ? { pieces } : { title: context.title, pieces }
}

function isListOfNotes(element: MarkupElement): boolean {
  return (
    element.name === 'ol' &&
    childElements(element).every(({ attributes }) => /^(?:foot|end)note-/.test(attributes.id ?? ''))
  )
}

type Reading = { elements: MarkupElement[]; context: Context; emit: (found: Block) => void }

function readBlocks({ elements, context, emit }: Reading): void {
  const list = openListBuilder(emit)
  let last: Block | undefined
  const put = (found: Block): void => {
    list.close()
    last = found
    emit(found)
  }
  for (const element of elements) {
    if (element.name === 'table') put(table(element, context))
    else if (element.name === 'blockquote') quote(element, context).forEach(put)
    else if (element.name === 'pre') code(element, context).forEach(put)
    else if (/^h[1-6]$/.test(element.name)) heading({ element, level: Number(element.name[1]), context, put })
    else if (element.name === 'p') {
      const mark = markOf(element)
      const { class: role } = element.attributes
      if (role === 'contents') context.book.tally({ kind: 'loss', source: context.path, key: 'import.word-contents' })
      else if (role === 'title' && context.title === undefined) {
        const title = cleanText(textIn(element))
        if (title !== '') context.title = title
      } else if (role === 'caption' && last?.kind === 'image' && last.runs.length === 0) {
        last.runs = takeApart(inlinesOf(element, PLAIN, context)).runs
      } else if (mark?.is === 'heading') heading({ element, level: mark.level, context, put })
      else if (mark?.is === 'rule') put(block('rule'))
      else if (mark) listParagraph({ element, mark, list, context })
      else paragraph(element, context).forEach(put)
    }
  }
  list.close()
}

function markOf(element: MarkupElement): ParagraphMark | null {
  for (const child of childElements(element)) {
    const mark = child.name === 'a' ? readMark(child.attributes.id ?? '') : null
    if (mark) return mark
  }
  return null
}

type HeadingGiven = { element: MarkupElement; level: number; context: Context; put: (found: Block) => void }

function heading({ element, level, context, put }: HeadingGiven): void {
  const { runs, pictures } = takeApart(inlinesOf(element, PLAIN, context))
  if (runs.length > 0) {
    context.here = `${context.path} › ${cleanText(textIn(element)).slice(0, 80)}`
    put(block('heading', { attrs: { level }, runs }))
  }
  pictures.forEach(put)
}

function paragraph(element: MarkupElement, context: Context): Block[] {
  const { blocks, hasTextAndPicture } = splitAtPictures({
    inlines: inlinesOf(element, PLAIN, context),
    kind: 'paragraph',
  })
  if (hasTextAndPicture) context.book.tally({ kind: 'doubt', source: context.here, key: 'import.picture-in-line' })
  return blocks
}

function listParagraph({
  element,
  mark,
  list,
  context,
}: {
  element: MarkupElement
  mark: Extract<ParagraphMark, { is: 'item' | 'continuation' }>
  list: ReturnType<typeof openListBuilder>
  context: Context
}): void {
  const { runs, pictures } = takeApart(inlinesOf(element, PLAIN, context))
  for (const _ of pictures) context.book.tally({ kind: 'doubt', source: context.here, key: 'import.block-in-list' })
  if (mark.is === 'item') list.item({ ...mark, runs })
  else if (list.continuation({ ...mark, runs }).isAfterList)
    context.book.tally({ kind: 'doubt', source: context.here, key: 'import.text-after-list' })
  list.after(pictures)
}

function quote(element: MarkupElement, context: Context): Block[] {
  const result: Block[] = []
  let paragraphs: Run[][] = []
  const flush = (): void => {
    const runs = joinParagraphs(paragraphs)
    if (runs.length > 0) result.push(block('quote', { runs }))
    paragraphs = []
  }
  for (const child of childElements(element))
    for (const one of paragraph(child, context)) {
      if (one.kind === 'paragraph') paragraphs.push(one.runs)
      else {
        flush()
        result.push(one)
      }
    }
  flush()
  return result
}

function code(element: MarkupElement, context: Context): Block[] {
  context.book.tally({ kind: 'doubt', source: context.here, key: 'import.code-block' })
  const { runs, pictures } = takeApart(inlinesOf(element, { marks: ['code'] }, context))
  const lines = runs.flatMap((run): Run[] => {
    if (run.type !== 'text') return [run]
    return run.text.split('\n').flatMap((line, index): Run[] => {
      const words = line === '' ? [] : [text(line, run.marks)]
      return index === 0 ? words : [{ type: 'break' }, ...words]
    })
  })
  const clean = cleanRuns(lines)
  return clean.length === 0 ? pictures : [block('paragraph', { runs: clean }), ...pictures]
}

function table(element: MarkupElement, context: Context): Block {
  const rows = childElements(element).flatMap((child) => (child.name === 'tr' ? [child] : childElements(child)))
  return block('table', {
    children: rows.map((row) => block('row', { children: childElements(row).map((cell) => tableCell(cell, context)) })),
  })
}

function tableCell(cell: MarkupElement, context: Context): Block {
  const attrs: Attributes = {}
  if (cell.name === 'th') attrs.header = true
  if (Number(cell.attributes.colspan) > 1) attrs.colSpan = Number(cell.attributes.colspan)
  if (Number(cell.attributes.rowspan) > 1) attrs.rowSpan = Number(cell.attributes.rowspan)
  const children: Block[] = []
  readBlocks({ elements: childElements(cell), context, emit: (found) => children.push(found) })
  return block('cell', { attrs, children })
}

type Style = { marks: readonly Mark[]; link?: string }
const PLAIN: Style = { marks: [] }

const MARK_OF_TAG: ReadonlyMap<string, Mark> = new Map([
  ['strong', 'bold'],
  ['em', 'italic'],
  ['u', 'underline'],
  ['s', 'strike'],
  ['sub', 'sub'],
  ['sup', 'sup'],
  ['code', 'code'],
])

function inlinesOf(element: MarkupElement, style: Style, context: Context): Inline[] {
  return element.children.flatMap((child) => inlineOf(child, style, context))
}

function inlineOf(node: MarkupNode, style: Style, context: Context): Inline[] {
  if (typeof node === 'string') return [text(node, [...style.marks], style.link)]
  const mark = MARK_OF_TAG.get(node.name)
  if (mark) return inlinesOf(node, { ...style, marks: [...style.marks, mark] }, context)
  switch (node.name) {
    case 'br':
      return [{ type: 'break' }]
    case 'input':
      return [text(node.attributes.checked === undefined ? '☐' : '☑', [...style.marks])]
    case 'img': {
      const { src: address = '', alt = '' } = node.attributes
      const picture = context.picture({ address, alt: cleanText(alt), source: context.here })
      return picture ? [{ type: 'picture', picture }] : []
    }
    case 'a':
      return link(node, style, context)
    default:
      return inlinesOf(node, style, context)
  }
}

function link(node: MarkupElement, style: Style, context: Context): Inline[] {
  const { href, id = '' } = node.attributes
  if (/^(?:foot|end)note-ref-/.test(id)) return footnote(href ?? '', context)
  if (href === undefined) return inlinesOf(node, style, context)
  const address = takenLink(href)
  if (address !== null) return inlinesOf(node, { ...style, link: address }, context)
  const params = { address: href.slice(0, 60) }
  context.book.note({ kind: 'loss', source: context.here, key: 'import.link-dropped', params })
  return inlinesOf(node, style, context)
}

/** A note holds plain text only: its paragraphs become one, and what a link leads to is written out. */
function footnote(reference: string, context: Context): Inline[] {
  const note = context.footnotes.get(reference.replace(/^#/, ''))
  if (!note) return []
  const paragraphs = childElements(note).map(
    (child) => takeApart(inlinesOf(withoutBackLink(child), PLAIN, context)).runs,
  )
  if (paragraphs.flat().some((run) => run.type === 'text' && run.marks.length > 0))
    context.book.tally({ kind: 'loss', source: context.path, key: 'import.footnote-formatting' })
  return [{ type: 'footnote', text: paragraphs.map(plainTextWithAddresses).filter(Boolean).join(' ') }]
}

function withoutBackLink(element: MarkupElement): MarkupElement {
  const isBackLink = (node: MarkupNode): boolean =>
    typeof node !== 'string' && node.name === 'a' && /^#(?:foot|end)note-ref-/.test(node.attributes.href ?? '')
  return { ...element, children: element.children.filter((child) => !isBackLink(child)) }
}
