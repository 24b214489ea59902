import type {
  WordComment as ReadComment,
  WordCell,
  WordDocument,
  WordImage,
  WordLink,
  WordNode,
  WordNote,
  WordNoteReference,
  WordParagraph,
  WordRow,
  WordRun,
  WordTable,
} from 'mammoth/lib/docx/docx-reader.js'
import type { WordComment } from '@/domain/importing'
import { type Attributes, type Block, block, type Mark, type Run, text } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { takenLink } from '@/domain/safeUrl'
import { cleanText } from '../cleanRuns'
import { type FootnoteCount, openFootnoteCount } from '../footnoteCount'
import { type Inline, joinParagraphs, plainTextWithAddresses, splitAtPictures, takeApart } from '../inline'
import type { NoteBook } from '../noteBook'
import type { Piece, PieceRole } from '../piece'
import { openListBuilder } from './listBuilder'
import type { ParagraphMark } from './markParagraphs'
import { leadsNowhere } from './missingRelations'
import { ownBlock } from './ownBlock'
import { wordsOfOwnStyle } from './ownStyles'
import { readSectionMark, type SectionMark } from './sectionMark'
import type { StyleMeanings } from './styleMeanings'

type Given = {
  /** The result of mammoth, with our marks in it. */
  document: WordDocument
  /** The mark that a bookmark stands for; null for bookmarks of the document. */
  readMark: (name: string) => ParagraphMark | null
  meanings: StyleMeanings
  path: string
  book: NoteBook
  /** The block for a picture; null if it could not be imported. */
  picture: (picture: { image: WordImage; alt: string; source: string }) => Block | null
}

type Context = Given & {
  /** The current place, for messages: the file and the last heading. */
  here: string
  isInNote: boolean
  footnoteCount: FootnoteCount
  /** The comments of the words that were read since the last block. */
  comments: WordComment[]
  /** Those that have been read. */
  taken: Set<ReadComment>
  /** The text of the notes that were read. */
  noteTexts: Map<WordNote, string>
  title?: string
}

/** The text of a Word file as blocks, and the text of the style Title. */
export function readWordBlocks(given: Given): { title?: string; pieces: Piece[] } {
  const context: Context = {
    ...given,
    here: given.path,
    isInNote: false,
    footnoteCount: openFootnoteCount(given),
    comments: [],
    taken: new Set(),
    noteTexts: new Map(),
  }
  const pieces: Piece[] = []
  readBlocks({
    nodes: given.document.children,
    context,
    emit: (found, role) => {
      const comments = context.comments.splice(0)
      pieces.push({
        ...{ source: context.here, block: found },
        ...(role ? { role } : {}),
        ...(comments.length > 0 ? { comments } : {}),
      })
    },
  })
  takeOtherComments({ context, last: pieces.at(-1) })
  return context.title === undefined ? { pieces } : { title: context.title, pieces }
}

type Reading = { nodes: WordNode[]; context: Context; emit: (found: Block, role?: PieceRole) => void }

function readBlocks({ nodes, context, emit }: Reading): void {
  const list = openListBuilder(emit)
  let blocks: Block[] = []
  const put = (found: Block, role?: PieceRole): void => {
    list.close()
    blocks.push(found)
    emit(found, role)
  }
  const parts = partsOf(nodes, context)
  for (const [at, part] of parts.entries()) {
    const last = blocks.at(-1)
    const isAlone = blocks.every(({ kind }) => kind === 'image')
    /** The picture before this part, unless it has words beside it and a table follows, which has the caption then. */
    const picture = last?.kind === 'image' && (isAlone || parts[at + 1]?.is !== 'table') ? last : undefined
    blocks = []
    const putAll = (some: Block[]): void => {
      for (const one of some) put(one)
    }
    if (part.is === 'table') put(tableOrOwn(part.table, context))
    else if (part.is === 'quotes') putAll(quote(part.paragraphs, context))
    else if (part.is === 'lines') putAll(code(part.paragraphs, context))
    else {
      const { paragraph: one, role } = part
      const mark = markOf(one, context)
      if (typeof role !== 'string') {
        const isTitled = isFollowedByAbout(parts[at + 1])
        // So that comments on the words before it stay with them.
        list.close()
        heading({ paragraph: one, level: role.headingLevel, isTitled, context, put })
      } else if (role === 'beside') continue
      else if (role === 'summary' || role === 'addition-start' || role === 'addition-end')
        put(block('paragraph', { runs: takeApart(inlinesOf(one.children, PLAIN, context)).runs }), { is: role })
      else if (role === 'contents')
        context.book.tally({ kind: 'loss', source: context.path, key: 'import.word-contents' })
      else if (role === 'title' && context.title === undefined && cleanText(textIn(one)) !== '')
        putAll(takeTitle(one, context))
      else if (role === 'caption' && picture && imagesIn(one).length === 0)
        picture.runs = takeApart(inlinesOf(one.children, PLAIN, context)).runs
      else if (mark?.is === 'heading') heading({ paragraph: one, level: mark.level, isTitled: false, context, put })
      else if (mark?.is === 'rule') put(block('rule'))
      else if (mark?.is === 'item' || mark?.is === 'continuation')
        listParagraph({ paragraph: one, mark, list, context })
      else {
        const made = paragraph(one, context)
        if (mark?.is === 'lost' && made.some(({ kind }) => kind === 'paragraph'))
          context.book.tally({ kind: 'loss', source: context.path, key: 'import.word-lists' })
        putAll(made)
      }
    }
  }
  list.close()
}

type Role = ReturnType<StyleMeanings['ofParagraph']>
type Part =
  | { is: 'table'; table: WordTable }
  /** Consecutive paragraphs of one style that are one block. */
  | { is: 'quotes'; paragraphs: WordParagraph[] }
  | { is: 'lines'; paragraphs: WordParagraph[] }
  | { is: 'paragraph'; paragraph: WordParagraph; role: Role }

/** The blocks in order, without empty paragraphs. */
function partsOf(nodes: WordNode[], context: Context): Part[] {
  const parts: Part[] = []
  for (const node of nodes) {
    if (node.type === 'table') {
      parts.push({ is: 'table', table: node })
      continue
    }
    // Mammoth puts pictures of the old form (VML) that are beside a text box after their paragraph.
    const paragraph = node.type === 'paragraph' ? node : { ...UNSTYLED, children: [node] }
    const role = context.meanings.ofParagraph(paragraph)
    if (!paragraph.children.some(hasContent) && !markOf(paragraph, context)) continue
    const last = parts.at(-1)
    const joined = role === 'quote' ? 'quotes' : role === 'code' ? 'lines' : null
    const isFirst = isNamedOwn(paragraph, 'quote', 'start')
    if (joined === null) parts.push({ is: 'paragraph', paragraph, role })
    else if (last?.is === joined && !isFirst) last.paragraphs.push(paragraph)
    else parts.push({ is: joined, paragraphs: [paragraph] })
  }
  return parts
}

const UNSTYLED = { type: 'paragraph', styleId: null, styleName: null, numbering: null } as const

function hasContent(node: WordNode): boolean {
  if (node.type === 'text') return node.value !== ''
  if (node.type === 'break') return node.breakType === 'line'
  if ('children' in node) return node.children.some(hasContent)
  return node.type !== 'commentReference' && node.type !== 'bookmarkStart'
}

export function imagesIn(node: WordNode): WordImage[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? node.children.flatMap(imagesIn) : []
}

function textIn(node: WordNode): string {
  if (node.type === 'text') return node.value
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

function markOf({ children }: WordParagraph, { readMark }: Context): ParagraphMark | null {
  for (const child of children) {
    const mark = child.type === 'bookmarkStart' ? readMark(child.name ?? '') : null
    if (mark) return mark
  }
  return null
}

/** A title is plain text: it has no footnotes. Its pictures follow it. */
function takeTitle(one: WordParagraph, context: Context): Block[] {
  const title = cleanText(textIn(one))
  context.title = title
  const notes = noteReferencesIn(one).filter((reference) => noteOf(reference, context))
  if (notes.length > 0)
    context.book.note({ kind: 'loss', source: context.path, key: 'import.footnote-in-title', params: { title } })
  return takeApart(imagesIn(one).flatMap((image) => picture(image, context))).pictures
}

function noteReferencesIn(node: WordNode): WordNoteReference[] {
  if (node.type === 'noteReference') return [node]
  return 'children' in node ? node.children.flatMap(noteReferencesIn) : []
}

/** The lines that we write below the title of a section tell it from a heading in its text if its mark was lost. */
function isFollowedByAbout(part: Part | undefined): boolean {
  return part?.is === 'paragraph' && isNamedOwn(part.paragraph, 'about')
}

function isNamedOwn({ styleName }: WordParagraph, ...words: string[]): boolean {
  return wordsOfOwnStyle(styleName)?.join(' ') === words.join(' ')
}

type HeadingGiven = {
  paragraph: WordParagraph
  level: number
  isTitled: boolean
  context: Context
  put: (found: Block, role?: PieceRole) => void
}

function heading({ paragraph: one, level, isTitled, context, put }: HeadingGiven): void {
  const mark = sectionMarkOf(one)
  const role: PieceRole | undefined = mark || isTitled ? { is: 'section', mark } : undefined
  const { runs, pictures } = takeApart(inlinesOf(one.children, PLAIN, context))
  if (runs.length > 0) {
    context.here = `${context.path} › ${cleanText(textIn(one)).slice(0, 80)}`
    put(block('heading', { attrs: { level }, runs }), role)
  }
  for (const found of pictures) put(found)
}

function sectionMarkOf({ children }: WordParagraph): SectionMark | null {
  for (const child of children) {
    const mark = child.type === 'bookmarkStart' ? readSectionMark(child.name ?? '') : null
    if (mark) return mark
  }
  return null
}

function paragraph(one: WordParagraph, context: Context): Block[] {
  const { blocks, hasTextAndPicture } = splitAtPictures({
    inlines: inlinesOf(one.children, PLAIN, context),
    kind: 'paragraph',
  })
  if (isNamedOwn(one, 'picture', 'decorative'))
    for (const { kind, attrs } of blocks) if (kind === 'image' && attrs.alt === '') attrs.decorative = true
  if (hasTextAndPicture) context.book.tally({ kind: 'doubt', source: context.here, key: 'import.picture-in-line' })
  return blocks
}

function listParagraph({
  paragraph: one,
  mark,
  list,
  context,
}: {
  paragraph: WordParagraph
  mark: Extract<ParagraphMark, { is: 'item' | 'continuation' }>
  list: ReturnType<typeof openListBuilder>
  context: Context
}): void {
  const { runs, pictures } = takeApart(inlinesOf(one.children, PLAIN, context))
  for (const _ of pictures) context.book.tally({ kind: 'doubt', source: context.here, key: 'import.block-in-list' })
  if (mark.is === 'item') {
    const { isRenumbered } = list.item({ ...mark, runs })
    if (isRenumbered || (mark.isOrdered && !mark.isPlain))
      context.book.tally({ kind: 'doubt', source: context.here, key: 'import.word-list-numbers' })
  } else if (list.continuation({ ...mark, runs }).isAfterList)
    context.book.tally({ kind: 'doubt', source: context.here, key: 'import.text-after-list' })
  list.after(pictures)
}

function quote(paragraphs: WordParagraph[], context: Context): Block[] {
  const result: Block[] = []
  let lines: Run[][] = []
  const flush = (): void => {
    const runs = joinParagraphs(lines)
    if (runs.length > 0) result.push(block('quote', { runs }))
    lines = []
  }
  for (const found of paragraphs.flatMap((one) => paragraph(one, context)))
    if (found.kind === 'paragraph') lines.push(found.runs)
    else {
      flush()
      result.push(found)
    }
  flush()
  return result
}

function code(paragraphs: WordParagraph[], context: Context): Block[] {
  context.book.tally({ kind: 'doubt', source: context.here, key: 'import.code-block' })
  const lines = paragraphs.flatMap(({ children }, index): Inline[] => [
    ...(index === 0 ? [] : [{ type: 'break' as const }]),
    ...inlinesOf(children, { marks: ['code'] }, context).flatMap(atLineEnds),
  ])
  const { runs, pictures } = takeApart(lines)
  return runs.length === 0 ? pictures : [block('paragraph', { runs }), ...pictures]
}

/** Line ends in a text are breaks; elsewhere they are only white space. */
function atLineEnds(inline: Inline): Inline[] {
  if (inline.type !== 'text') return [inline]
  return inline.text.split('\n').flatMap((line, index): Inline[] => {
    const words = line === '' ? [] : [{ ...inline, text: line }]
    return index === 0 ? words : [{ type: 'break' }, ...words]
  })
}

/** A table, or the block that a table stands for in a file that we wrote. */
function tableOrOwn(one: WordTable, context: Context): Block {
  const blocksIn = (nodes: WordNode[]): Block[] => {
    const found: Block[] = []
    readBlocks({ nodes, context, emit: (block) => found.push(block) })
    return found
  }
  const wordsIn = ({ children }: WordParagraph) => plainTextOf(takeApart(inlinesOf(children, PLAIN, context)).runs)
  return ownBlock({ table: one, blocksIn, wordsIn }) ?? table(one, context)
}

function table({ children }: WordTable, context: Context): Block {
  const rows = children.filter((child): child is WordRow => child.type === 'tableRow')
  const body = rows.findIndex(({ isHeader }) => !isHeader)
  const headers = new Set(body === -1 ? rows : rows.slice(0, body))
  return block('table', {
    children: rows.map((row) => {
      const cells = row.children.filter((child): child is WordCell => child.type === 'tableCell')
      const header: Attributes = headers.has(row) ? { header: true } : {}
      return block('row', { children: cells.map((cell) => tableCell({ cell, header, context })) })
    }),
  })
}

function tableCell({ cell, header, context }: { cell: WordCell; header: Attributes; context: Context }): Block {
  const isHeading = cell.children.some((one) => one.type === 'paragraph' && isNamedOwn(one, 'table', 'heading'))
  const attrs: Attributes = isHeading ? { header: true } : { ...header }
  if (cell.colSpan > 1) attrs.colSpan = cell.colSpan
  if (cell.rowSpan > 1) attrs.rowSpan = cell.rowSpan
  const children: Block[] = []
  readBlocks({ nodes: cell.children, context, emit: (found) => children.push(found) })
  return block('cell', { attrs, children })
}

type Style = { marks: readonly Mark[]; link?: string }
const PLAIN: Style = { marks: [] }

function inlinesOf(nodes: WordNode[], style: Style, context: Context): Inline[] {
  return nodes.flatMap((node) => inlineOf(node, style, context))
}

function inlineOf(node: WordNode, style: Style, context: Context): Inline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value, [...style.marks], style.link)]
    case 'tab':
      return [text('\t', [...style.marks], style.link)]
    case 'break':
      return node.breakType === 'line' ? [{ type: 'break' }] : []
    case 'checkbox':
      return [text(node.checked ? '☑' : '☐', [...style.marks])]
    case 'run':
      return inlinesOf(node.children, { ...style, marks: [...style.marks, ...marksOf(node, context)] }, context)
    case 'hyperlink':
      return link(node, style, context)
    case 'image':
      return picture(node, context)
    case 'noteReference':
      return footnote(node, context)
    case 'commentReference':
      takeComment(node.commentId, context)
      return []
    case 'bookmarkStart':
      return []
    case 'paragraph':
      return [...inlinesOf(node.children, style, context), text(' ')]
    case 'table':
    case 'tableRow':
    case 'tableCell':
      return inlinesOf(node.children, style, context)
    default:
      node satisfies never
      return []
  }
}

function picture(image: WordImage, context: Context): Inline[] {
  const source = context.here
  if (context.isInNote) context.book.tally({ kind: 'loss', source, key: 'import.footnote-pictures' })
  const found = context.isInNote ? null : context.picture({ image, alt: cleanText(image.altText ?? ''), source })
  return found ? [{ type: 'picture', picture: found }] : []
}

function marksOf(run: WordRun, { meanings }: Context): Mark[] {
  const ofStyle = meanings.ofRun(run)
  return [
    ...(run.isBold ? (['bold'] as const) : []),
    ...(run.isItalic ? (['italic'] as const) : []),
    ...(run.isUnderline ? (['underline'] as const) : []),
    ...(run.isStrikethrough ? (['strike'] as const) : []),
    ...(run.verticalAlignment === 'subscript' ? (['sub'] as const) : []),
    ...(run.verticalAlignment === 'superscript' ? (['sup'] as const) : []),
    ...(ofStyle ? [ofStyle] : []),
  ]
}

function link({ href, anchor, children }: WordLink, style: Style, context: Context): Inline[] {
  const target = anchor ? `#${anchor}` : href
  if (!target || leadsNowhere(target)) {
    context.book.tally({ kind: 'loss', source: context.path, key: 'import.word-links' })
    return inlinesOf(children, style, context)
  }
  const address = takenLink(target)
  if (address !== null) return inlinesOf(children, { ...style, link: address }, context)
  const params = { address: target.slice(0, 60) }
  // In a field, mammoth makes a link of each run, also of the one with the end of the instruction.
  if (children.some(hasContent))
    context.book.note({ kind: 'loss', source: context.here, key: 'import.link-dropped', params })
  return inlinesOf(children, style, context)
}

/**
 * A note contains plain text only: its paragraphs, items and cells become one text, and the addresses of links are
 * written out. Notes inside notes, which Word does not write, are left out, because they could refer to each other
 * endlessly.
 */
function footnote(reference: WordNoteReference, context: Context): Inline[] {
  const note = noteOf(reference, context)
  if (!note || context.isInNote || context.footnoteCount.isFull()) return []
  const words = context.noteTexts.get(note) ?? noteText(note, context)
  context.noteTexts.set(note, words)
  return context.footnoteCount.take(words)
}

function noteOf(reference: WordNoteReference, { document, book, path }: Context): WordNote | null {
  const note = document.notes.resolve(reference)
  if (!note) book.tally({ kind: 'loss', source: path, key: 'import.footnote-missing' })
  return note
}

function noteText(note: WordNote, context: Context): string {
  const inNote = { ...context, isInNote: true }
  if (note.body.some(hasListOrTable))
    context.book.tally({ kind: 'doubt', source: context.path, key: 'import.footnote-flattened' })
  const paragraphs = note.body.map((node) => takeApart(inlineOf(node, PLAIN, inNote)).runs)
  if (paragraphs.flat().some((run) => run.type === 'text' && run.marks.length > 0))
    context.book.tally({ kind: 'loss', source: context.path, key: 'import.footnote-formatting' })
  return paragraphs.map(plainTextWithAddresses).filter(Boolean).join(' ')
}

function takeComment(id: string | undefined, context: Context): void {
  const comment = context.document.comments.find(({ commentId }) => commentId === id)
  if (!comment || context.taken.has(comment)) return
  context.taken.add(comment)
  context.comments.push(commentOf(comment))
}

function commentOf({ authorName, body }: ReadComment): WordComment {
  return { author: authorName ?? '', text: cleanText(body.map(textIn).join(' ')) }
}

/** No comment is lost, even if nothing in the text says where it belongs. */
function takeOtherComments({ context, last }: { context: Context; last: Piece | undefined }): void {
  const others = context.document.comments.filter((one) => !context.taken.has(one)).map(commentOf)
  if (last && others.length > 0) last.comments = [...(last.comments ?? []), ...others]
}

function hasListOrTable(node: WordNode): boolean {
  if (node.type === 'table' || (node.type === 'paragraph' && node.numbering !== null)) return true
  return 'children' in node && node.children.some(hasListOrTable)
}
