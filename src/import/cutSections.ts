import { canonicalRichText } from '@/domain/canonicalRichText'
import type { ImportedSection } from '@/domain/importing'
import { type Block, plainTextOf } from '@/domain/richText'
import { cleanText } from './cleanRuns'
import { isIndex, type PlacedFile } from './folderOrder'
import type { NoteBook } from './noteBook'
import type { FrontMatter, Piece, ReadFile } from './piece'
import { folderOf, nameOf, titleFromPath } from './sourceFile'

type Cut = { title?: string; sections: ImportedSection[] }

/**
 * One document as sections: each heading of a level up to `level` starts one. Without a level it is 1 if there are
 * several headings of level 1, else the next one that occurs; a single heading of level 1 at the beginning is then the
 * title of the whole.
 */
export function cutDocument({ file, level, book }: { file: ReadFile; level: number | undefined; book: NoteBook }): Cut {
  const headings = file.pieces.filter(isHeading)
  const topHeadings = headings.filter((piece) => levelOf(piece) === 1)
  const deeper = headings.map(levelOf).filter((one) => one > 1)
  const cutAt = level ?? (topHeadings.length > 1 || deeper.length === 0 ? 1 : Math.min(...deeper))
  const [first] = headings
  const { title: given, ...fields } = file.frontMatter
  const isTitled =
    cutAt > 1 &&
    topHeadings.length === 1 &&
    first !== undefined &&
    levelOf(first) === 1 &&
    isSame(given, titleOf(first))
  const title = given ?? (isTitled && first ? titleOf(first) : undefined)
  const sections = cut({
    pieces: isTitled ? file.pieces.filter((piece) => piece !== first) : file.pieces,
    level: cutAt,
  })
  if (isTitled && first) noteTitleLosses({ piece: first, book })
  const [opening] = sections
  if (opening && opening.heading === null) {
    opening.title = title ?? titleFromPath(file.path)
    opening.source = isTitled && first ? first.source : file.path
    if (sections.length > 1) {
      const params = { title: opening.title }
      book.note({ kind: 'doubt', source: opening.source, key: 'import.text-before-heading', params })
    } else if (title === undefined) noteNoHeadings({ file, title: opening.title, book })
  }
  const belongsToOne = opening !== undefined && (sections.length === 1 || opening.heading === null)
  if (opening && !belongsToOne) noteFieldsOfWhole({ file, fields, book })
  return {
    ...(title === undefined ? {} : { title }),
    sections: sections.map((section, index) =>
      sectionOf({ section, depth: section.depth, fields: belongsToOne && index === 0 ? fields : {}, book }),
    ),
  }
}

/**
 * The files of a folder as sections; each file gives at least one. A top `index.md` gives the title of the whole, and a
 * section only if it says more than that.
 */
export function cutFolder({
  files,
  level,
  book,
}: {
  files: readonly PlacedFile[]
  level: number | undefined
  book: NoteBook
}): Cut {
  const top = files.find(({ file }) => isIndex(file.path) && folderOf(file.path) === '')?.file
  const title = top && titleOfFile(top)
  const withText = files.filter(({ file }) => file !== top || file.pieces.some((piece) => !isHeading(piece)))
  return {
    ...(title === undefined ? {} : { title }),
    sections: withText.flatMap(({ file, depth }) =>
      cutFile({ file, level: level ?? 1, book }).map((section) => ({ ...section, depth: section.depth + depth - 1 })),
    ),
  }
}

function titleOfFile({ frontMatter, pieces: [first] }: ReadFile): string | undefined {
  return frontMatter.title ?? (first && isHeading(first) ? titleOf(first) : undefined)
}

/** A file of a folder: its title is that of the front matter, else its first heading. */
function cutFile({ file, level, book }: { file: ReadFile; level: number; book: NoteBook }): ImportedSection[] {
  const { title: given, ...fields } = file.frontMatter
  const [first, ...others] = file.pieces
  const opensWithHeading = first !== undefined && isHeading(first)
  // Below the title of the file, further headings of its level are its parts, not its neighbours.
  if (given !== undefined || (opensWithHeading && levelOf(first) > level)) {
    const isRepeated = opensWithHeading && (isSame(given, titleOf(first)) || isOnlyTop({ first, others }))
    const title = given ?? (first ? titleOf(first) : '')
    if (isRepeated && first && !isSame(given, titleOf(first))) {
      const params = { title, heading: titleOf(first) }
      book.note({ kind: 'doubt', source: first.source, key: 'import.title-differs', params })
    }
    const source = first?.source ?? file.path
    const opening: Section = { title, source, heading: isRepeated && first ? first : null, depth: 1, pieces: [] }
    const [body, ...below] = cut({ pieces: isRepeated ? others : file.pieces, level, opening })
    return [
      ...(body ? [sectionOf({ section: body, depth: 1, fields, book })] : []),
      ...below.map((section) => sectionOf({ section, depth: section.depth + 1, fields: {}, book })),
    ]
  }
  const sections = cut({ pieces: file.pieces, level })
  const [opening] = sections
  if (opening && opening.heading === null) {
    opening.title = titleFromPath(file.path)
    opening.source = file.path
    const params = { title: opening.title, file: nameOf(file.path) }
    book.note({ kind: 'doubt', source: file.path, key: 'import.title-from-file', params })
  }
  return sections.map((section, index) =>
    sectionOf({ section, depth: section.depth, fields: index === 0 ? fields : {}, book }),
  )
}

function isOnlyTop({ first, others }: { first: Piece; others: Piece[] }): boolean {
  return levelOf(first) === 1 && !others.some((piece) => isHeading(piece) && levelOf(piece) === 1)
}

type Section = { title: string; source: string; heading: Piece | null; depth: number; pieces: Piece[] }

/** Pieces by the headings that start sections; first what stands before them, if there is anything (or an opening). */
function cut({ pieces, level, opening }: { pieces: Piece[]; level: number; opening?: Section }): Section[] {
  const before: Section = opening ?? { title: '', source: '', heading: null, depth: 1, pieces: [] }
  const sections: Section[] = [before]
  let above: number[] = []
  for (const piece of pieces) {
    if (isHeading(piece) && levelOf(piece) <= level) {
      above = [...above.filter((one) => one < levelOf(piece)), levelOf(piece)]
      const { source } = piece
      sections.push({ title: titleOf(piece), source, heading: piece, depth: above.length, pieces: [] })
    } else sections.at(-1)?.pieces.push(piece)
  }
  return opening || before.pieces.length > 0 ? sections : sections.slice(1)
}

type SectionGiven = { section: Section; depth: number; fields: Omit<FrontMatter, 'title'>; book: NoteBook }

function sectionOf({ section, depth, fields: { order: _, ...fields }, book }: SectionGiven): ImportedSection {
  const { title, source, heading, pieces } = section
  if (heading) noteTitleLosses({ piece: heading, book })
  return { source, depth, title, ...fields, body: canonicalRichText(releveled(pieces.map(({ block }) => block))) }
}

/** Titles are plain text: a note in one has no place. */
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

/** Front matter describes one section; above several it describes none of them. */
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

/** Headings moved so that the highest one is of level 2; their relative depth stays. */
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

/** Is the heading what the front matter (if it says anything) calls the whole? */
function isSame(given: string | undefined, heading: string): boolean {
  return given === undefined || given.toLowerCase() === heading.toLowerCase()
}
