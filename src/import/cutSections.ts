import type { ImportedCut, ImportedSection, LevelToCut } from '@/domain/importing'
import { canonicalRichText } from '@/domain/richText/canonical'
import type { Block } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { textOf } from '@/domain/richText/walk'
import { countWords } from '@/domain/words/tokens'
import { cleanText } from './cleanRuns'
import { commentsOn, cutAtMarks, hasMarks, titleRunsOf } from './cutAtMarks'
import { automaticLevel, cutLevel, type MeasuredCut } from './cutLevels'
import { isFirstOfAll, type PlacedFile } from './folderOrder'
import { type NoteBook, openNoteBook } from './noteBook'
import type { FrontMatter, Piece, ReadFile } from './piece'
import { nameOf, titleFromPath } from './sourceFile'

/** One document, or the files of a folder in their order. */
export type Text = { is: 'document'; file: ReadFile } | { is: 'folder'; files: readonly PlacedFile[] }

type Cut = { title?: string; sections: ImportedSection[]; cut: ImportedCut }

type Cutting = { text: Text; level: LevelToCut | undefined; lastLevel: number | undefined; book: NoteBook }

/**
 * A text as a tree of sections: those that a Word file of ours marks; in any other, each heading of a level up to `level` starts one,
 * below the nearest earlier heading of a smaller level. Without a level, `lastLevel` applies if a heading has that level, otherwise it is determined
 * (`automaticLevel`).
 *
 * A single heading of level 1 at the beginning is the title of the document; in a folder each file is at least one
 * section, below that of its folder.
 */
export function cutSections({ text, level, lastLevel, book }: Cutting): Cut {
  if (text.is === 'document' && hasMarks(text.file)) {
    const { frontMatter } = text.file
    const title = frontMatter.title === undefined ? {} : { title: frontMatter.title }
    return {
      ...title,
      sections: cutAtMarks(text.file),
      cut: { level: (level === 'deepest' ? undefined : level) ?? lastLevel ?? 1, levels: [], isAtMarks: true },
    }
  }
  return cutAtLevel({ text: text.is === 'document' ? withOurLevels(text) : text, level, lastLevel, book })
}

/** Word has nine levels of headings. */
function withOurLevels({ file }: Extract<Text, { is: 'document' }>): Text {
  const pieces = file.pieces.map((piece) => {
    const { block } = piece
    if (block.kind !== 'heading' || levelOf(piece) <= DEEPEST) return piece
    return { ...piece, block: { ...block, attrs: { ...block.attrs, level: DEEPEST } } }
  })
  return { is: 'document', file: { ...file, pieces } }
}

const DEEPEST = 6

function cutAtLevel({ text, level, lastLevel, book }: Cutting): Cut {
  const words = new Map(piecesOf(text).map((piece) => [piece, countWords(textOf([piece.block]))]))
  const cuts = levelsOf(text).map((one): MeasuredCut => {
    const { sections } = cutAt({ text, level: one, book: openNoteBook() })
    return {
      level: one,
      words: sections.map(({ pieces }) => pieces.reduce((sum, piece) => sum + (words.get(piece) ?? 0), 0)),
    }
  })
  const chosen =
    (level === 'deepest' ? cuts.at(-1)?.level : level) ??
    cuts.find((one) => one.level === lastLevel)?.level ??
    (isCutAlready(text) ? 1 : automaticLevel(cuts.filter((one) => one.level >= firstLevelOf(text))))
  const { title, sections } = cutAt({ text, level: chosen, book })
  return {
    ...(title === undefined ? {} : { title }),
    sections: sections.map((section) => sectionOf({ section, book })),
    cut: { level: chosen, levels: cuts.map(cutLevel) },
  }
}

function cutAt({ text, level, book }: { text: Text; level: number; book: NoteBook }): Sections {
  return text.is === 'document'
    ? cutDocument({ file: text.file, level, book })
    : cutFolder({ files: text.files, level, book })
}

function piecesOf(text: Text): Piece[] {
  return text.is === 'document' ? text.file.pieces : text.files.flatMap(({ file }) => file.pieces)
}

/** The levels at which the text can be cut, from the top. A folder can be left as it is: one section for each file. */
function levelsOf(text: Text): number[] {
  const levels = piecesOf(text).flatMap((piece) => (isHeading(piece) ? [levelOf(piece)] : []))
  return [...new Set(text.is === 'folder' ? [1, ...levels] : levels)].toSorted((one, other) => one - other)
}

/** Above this level a document would be one section: its single heading of level 1 is its title. */
function firstLevelOf(text: Text): number {
  if (text.is === 'folder') return 1
  const levels = text.file.pieces.flatMap((piece) => (isHeading(piece) ? [levelOf(piece)] : []))
  const deeper = levels.filter((level) => level > 1)
  return levels.length - deeper.length > 1 || deeper.length === 0 ? 1 : Math.min(...deeper)
}

/** Files that all have an order were written one section each, as an export writes them. */
function isCutAlready(text: Text): boolean {
  return (
    text.is === 'folder' &&
    text.files.every(({ file }) => file.frontMatter.order !== undefined || isFirstOfAll(file.path))
  )
}

type Fields = Omit<FrontMatter, 'title'>
type Section = { title: string; source: string; heading: Piece | null; depth: number; pieces: Piece[]; fields: Fields }
type Sections = { title?: string; sections: Section[] }

function cutDocument({ file, level, book }: { file: ReadFile; level: number; book: NoteBook }): Sections {
  const headings = file.pieces.filter(isHeading)
  const [first] = headings
  const { title: given, ...fields } = file.frontMatter
  const isOnlyTop =
    first !== undefined && levelOf(first) === 1 && headings.filter((piece) => levelOf(piece) === 1).length === 1
  const isTitled = level > 1 && isOnlyTop && isSame(given, titleOf(first))
  const titleAbove = given ?? (isTitled ? titleOf(first) : undefined)
  const title = titleAbove ?? (isOnlyTop ? titleOf(first) : undefined) ?? file.propertyTitle
  const sections = cut({ pieces: isTitled ? file.pieces.filter((piece) => piece !== first) : file.pieces, level })
  if (isTitled) noteTitleLosses({ piece: first, book })
  const [opening] = sections
  if (opening && opening.heading === null) {
    opening.title = titleAbove ?? titleFromPath(file.path)
    opening.source = isTitled ? first.source : file.path
    if (sections.length > 1) {
      const params = { title: opening.title }
      book.note({ kind: 'doubt', source: opening.source, key: 'import.text-before-heading', params })
    } else if (titleAbove === undefined) noteNoHeadings({ file, title: opening.title, book })
  }
  if (opening && (sections.length === 1 || opening.heading === null)) opening.fields = fields
  else if (opening) noteFieldsOfWhole({ file, fields, book })
  return { ...(title === undefined ? {} : { title }), sections }
}

/**
 * The files of a folder as sections; each file gives at least one. An `index.md` in the top folder gives the title of
 * the toolkit, and a section only if it contains more than that.
 */
function cutFolder({ files, level, book }: { files: readonly PlacedFile[]; level: number; book: NoteBook }): Sections {
  const top = files.find(({ file }) => isFirstOfAll(file.path))?.file
  const title = top && titleOfFile(top)
  const withText = files.filter(({ file }) => file !== top || file.pieces.some((piece) => !isHeading(piece)))
  return {
    ...(title === undefined ? {} : { title }),
    sections: withText.flatMap(({ file, depth }) =>
      cutFile({ file, level, book }).map((section) => ({ ...section, depth: section.depth + depth - 1 })),
    ),
  }
}

function titleOfFile({ frontMatter, pieces: [first] }: ReadFile): string | undefined {
  return frontMatter.title ?? (first && isHeading(first) ? titleOf(first) : undefined)
}

/** A file of a folder: its title is that of the front matter, else its first heading. */
function cutFile({ file, level, book }: { file: ReadFile; level: number; book: NoteBook }): Section[] {
  const { title: given, ...fields } = file.frontMatter
  const [first, ...others] = file.pieces
  const opensWithHeading = first !== undefined && isHeading(first)
  // Below the title of the file, further headings of its level are its parts, not its siblings.
  if (given !== undefined || (opensWithHeading && levelOf(first) > level)) {
    const isRepeated = opensWithHeading && (isSame(given, titleOf(first)) || isOnlyTop({ first, others }))
    const title = given ?? (first ? titleOf(first) : '')
    if (isRepeated && first && !isSame(given, titleOf(first))) {
      const params = { title, heading: titleOf(first) }
      book.note({ kind: 'doubt', source: first.source, key: 'import.title-differs', params })
    }
    const source = first?.source ?? file.path
    const opening: Section = {
      title,
      source,
      heading: isRepeated && first ? first : null,
      depth: 1,
      pieces: [],
      fields,
    }
    const [body, ...below] = cut({ pieces: isRepeated ? others : file.pieces, level, opening })
    return [...(body ? [body] : []), ...below.map((section) => ({ ...section, depth: section.depth + 1 }))]
  }
  const [opening, ...rest] = cut({ pieces: file.pieces, level })
  if (!opening) return []
  if (opening.heading === null) {
    opening.title = titleFromPath(file.path)
    opening.source = file.path
    const params = { title: opening.title, file: nameOf(file.path) }
    book.note({ kind: 'doubt', source: file.path, key: 'import.title-from-file', params })
  }
  return [{ ...opening, fields }, ...rest]
}

function isOnlyTop({ first, others }: { first: Piece; others: Piece[] }): boolean {
  return levelOf(first) === 1 && !others.some((piece) => isHeading(piece) && levelOf(piece) === 1)
}

/**
 * The pieces between the headings that start sections; first the text before them, if there is any (or an
 * introduction).
 */
function cut({ pieces, level, opening }: { pieces: Piece[]; level: number; opening?: Section }): Section[] {
  const before: Section = opening ?? { title: '', source: '', heading: null, depth: 1, pieces: [], fields: {} }
  const sections: Section[] = [before]
  let above: number[] = []
  for (const piece of pieces) {
    if (isHeading(piece) && levelOf(piece) <= level) {
      above = [...above.filter((one) => one < levelOf(piece)), levelOf(piece)]
      const { source } = piece
      sections.push({ title: titleOf(piece), source, heading: piece, depth: above.length, pieces: [], fields: {} })
    } else sections.at(-1)?.pieces.push(piece)
  }
  return opening || before.pieces.length > 0 ? sections : sections.slice(1)
}

function sectionOf({ section, book }: { section: Section; book: NoteBook }): ImportedSection {
  const {
    title,
    source,
    heading,
    depth,
    pieces,
    fields: { order: _, ...fields },
  } = section
  if (heading) noteTitleLosses({ piece: heading, book })
  return {
    ...{ source, depth, title, ...fields },
    ...(heading ? titleRunsOf(heading.block.runs.filter(({ type }) => type !== 'footnote')) : {}),
    body: canonicalRichText(releveled(pieces.map(({ block }) => block))),
    ...commentsOn(heading ? [heading, ...pieces] : pieces),
  }
}
/** Titles are plain text, so a note in one is lost. */
function noteTitleLosses({ piece, book }: { piece: Piece; book: NoteBook }): void {
  if (piece.block.runs.some((run) => run.type === 'footnote'))
    book.note({
      kind: 'loss',
      source: piece.source,
      key: 'import.footnote-in-title',
      params: { title: titleOf(piece) },
    })
}

function noteNoHeadings({ file, title, book }: { file: ReadFile; title: string; book: NoteBook }): void {
  book.note({ kind: 'doubt', source: file.path, key: 'import.no-headings', params: { title } })
}

/** Front matter describes one section; in a file of several it describes none of them. */
function noteFieldsOfWhole({
  file,
  fields,
  book,
}: {
  file: ReadFile
  fields: Omit<FrontMatter, 'title'>
  book: NoteBook
}): void {
  const names = Object.keys(fields)
    .filter((name) => name !== 'order')
    .join(', ')
  if (names !== '')
    book.note({ kind: 'loss', source: file.path, key: 'import.front-matter-of-whole', params: { names } })
}

/** Headings shifted so that the highest one has level 2; their relative depth stays. */
function releveled(blocks: Block[]): Block[] {
  const levels = headingLevels(blocks)
  return levels.length === 0 ? blocks : blocks.map((block) => shifted(block, 2 - Math.min(...levels)))
}

function headingLevels(blocks: Block[]): number[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' ? [Number(block.attrs.level)] : headingLevels(block.children),
  )
}

function shifted(block: Block, by: number): Block {
  if (by === 0) return block
  if (block.kind !== 'heading') return { ...block, children: block.children.map((child) => shifted(child, by)) }
  const level = Math.min(6, Number(block.attrs.level) + by)
  return { ...block, attrs: { ...block.attrs, level } }
}

function isHeading(piece: Piece): boolean {
  return piece.block.kind === 'heading'
}

function levelOf(piece: Piece): number {
  return Number(piece.block.attrs.level)
}

function titleOf(piece: Piece): string {
  return cleanText(plainTextOf(piece.block.runs.filter((run) => run.type !== 'footnote')))
}

/** Does the heading equal the title in the front matter (if there is one)? */
function isSame(given: string | undefined, heading: string): boolean {
  return given === undefined || given.toLowerCase() === heading.toLowerCase()
}
