import type { CutLevel, ImportedCut, ImportedDocument, LevelToCut } from '@/domain/importing'
import type { RefusalKey } from '@/domain/refusal'
import { checkSections } from './checkSections'
import { hasMarks } from './cutAtMarks'
import { cutSections } from './cutSections'
import { inFolderOrder } from './folderOrder'
import { inMegabytes, MAX_FILE_BYTES, MAX_FILES, MAX_SECTIONS, MAX_TOTAL_BYTES } from './limits'
import { readMarkdown } from './markdown/readMarkdown'
import { type NoteBook, openNoteBook } from './noteBook'
import { pictureKind } from './pictureKind'
import { notePicture, openPictureShelf, type PictureShelf } from './pictureShelf'
import type { ReadFile } from './piece'
import type { ReadingProgress } from './readingProgress'
import { extensionOf, type SourceFile } from './sourceFile'
import { tooManyParts } from './tooManyParts'
import { isCompoundFile } from './word/openWord'
import { type HowToRead, readWord } from './word/readWord'

/**
 * Reads one Word file, one Markdown file, or the Markdown files of a folder with the pictures beside them, and cuts the
 * text into sections at the headings up to `level`. Without a level, `lastLevel` applies, so that the same document
 * gives the same sections; if no heading has that level (any more), the level is determined. Never throws for any
 * content of the files: everything wrong, lost or doubtful is in `notes`. A note of kind `problem` means that the
 * document must not be imported as it is; the sections are then what could be read, for display.
 */
export async function readDocument({
  files,
  level,
  lastLevel,
  onProgress,
  ...how
}: {
  files: readonly SourceFile[]
  level?: LevelToCut
  /** The level at which the last import was cut. */
  lastLevel?: number
  onProgress?: (progress: ReadingProgress) => void
} & HowToRead): Promise<ImportedDocument> {
  const book = openNoteBook()
  const shelf = openPictureShelf(book)
  const wanted = withoutCommonFolder(files.map(withPlainPath).filter(isWanted))
  if (!isWithinLimits({ files: wanted, book })) return { sections: [], cut: NOT_CUT, images: [], notes: book.notes() }
  const { documents, beside } = sortOut({ files: wanted, book })
  const read = await readAll({ documents, beside, book, shelf, how, onProgress })
  noteBeside({ beside, shelf, book, isFolder: wanted.length > 1 })
  const cut = cutAll({ read, isFolder: documents.length > 1, level, lastLevel, book })
  if (!read.some(hasMarks)) checkLevel({ levels: cut.cut.levels, level, source: read[0]?.path ?? '', book })
  if (cut.sections.length > MAX_SECTIONS) {
    const params = { count: cut.sections.length, limit: MAX_SECTIONS }
    book.note({ kind: 'problem', source: read[0]?.path ?? '', key: 'import.too-many-sections', params })
    return { ...cut, sections: [], images: [], notes: book.notes() }
  }
  const long = tooManyParts(cut.sections)
  if (long) {
    book.note({ kind: 'problem', source: long.source || (read[0]?.path ?? ''), ...long.reason })
    return { ...cut, sections: [], images: [], notes: book.notes() }
  }
  checkSections({ sections: cut.sections, book })
  if (cut.sections.length === 0 && !book.hasProblem())
    book.note({ kind: 'problem', source: documents[0]?.path ?? '', key: 'import.empty' })
  const writtenFor = read[0]?.writtenFor
  return { ...cut, ...(writtenFor ? { writtenFor } : {}), images: shelf.images(), notes: book.notes() }
}

const NOT_CUT: ImportedCut = { level: 1, levels: [] }

function withPlainPath({ path, bytes }: SourceFile): SourceFile {
  return { path: path.replace(/\\/g, '/').replace(/^(?:\.?\/)+/, ''), bytes }
}

/** Files that operating systems leave behind are not part of the document. */
function isWanted({ path }: SourceFile): boolean {
  return !/(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$|~\$)/i.test(path)
}

/** A browser sends a folder with its own name before each path; that name says nothing about the text. */
function withoutCommonFolder(files: SourceFile[]): SourceFile[] {
  const [first] = files
  const folder = first?.path.includes('/') ? first.path.slice(0, first.path.indexOf('/') + 1) : ''
  if (folder === '' || !files.every(({ path }) => path.startsWith(folder))) return files
  return withoutCommonFolder(files.map(({ path, bytes }) => ({ path: path.slice(folder.length), bytes })))
}

function isWithinLimits({ files, book }: { files: SourceFile[]; book: NoteBook }): boolean {
  const large = files.filter(({ bytes }) => bytes.length > MAX_FILE_BYTES)
  for (const { path, bytes } of large) {
    const params = { name: path, size: inMegabytes(bytes.length), limit: inMegabytes(MAX_FILE_BYTES) }
    book.note({ kind: 'problem', source: path, key: 'import.too-large', params })
  }
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (large.length === 0 && (total > MAX_TOTAL_BYTES || files.length > MAX_FILES)) {
    const params = { limit: inMegabytes(MAX_TOTAL_BYTES), files: MAX_FILES }
    book.note({ kind: 'problem', source: files[0]?.path ?? '', key: 'import.folder-too-large', params })
  }
  return !book.hasProblem()
}

type SortedOut = { documents: SourceFile[]; beside: SourceFile[] }

/**
 * The texts to import, and the files beside them. Problems with the files are reported here, before anything is parsed.
 */
function sortOut({ files, book }: { files: SourceFile[]; book: NoteBook }): SortedOut {
  const refuse = (file: SourceFile | undefined, key: RefusalKey): SortedOut => {
    book.note({ kind: 'problem', source: file?.path ?? '', key })
    return { documents: [], beside: [] }
  }
  const markdown = files.filter(({ path }) => ['md', 'markdown'].includes(extensionOf(path)))
  const word = files.filter(({ path }) => extensionOf(path) === 'docx')
  const macros = files.find(({ path }) => ['docm', 'dotm'].includes(extensionOf(path)))
  const old = files.find(({ path, bytes }) => ['doc', 'dot'].includes(extensionOf(path)) && isCompoundFile(bytes))
  const [file] = files
  if (!file) return refuse(undefined, 'import.no-files')
  if (macros) return refuse(macros, 'import.word-macros')
  if (markdown.length === 0 && word.length === 0) {
    if (old || ['doc', 'dot'].includes(extensionOf(file.path))) return refuse(old ?? file, 'import.word-old')
    return files.length === 1 ? refuse(file, 'import.unsupported') : refuse(undefined, 'import.no-documents')
  }
  if (word.length > 1 || (word.length === 1 && markdown.length > 0)) return refuse(word[0], 'import.word-one-at-a-time')
  const documents = word.length === 1 ? word : markdown
  return { documents, beside: files.filter((one) => !documents.includes(one)) }
}

type Reading = SortedOut & {
  book: NoteBook
  shelf: PictureShelf
  how: HowToRead
  onProgress: ((progress: ReadingProgress) => void) | undefined
}

async function readAll({ documents, beside, book, shelf, how, onProgress }: Reading): Promise<ReadFile[]> {
  const files = new Map(beside.map((file) => [file.path, file]))
  const read: ReadFile[] = []
  for (const [done, file] of documents.entries()) {
    onProgress?.({ done, of: documents.length + 1, name: file.path })
    const isWord = extensionOf(file.path) === 'docx'
    const one = isWord ? await readWord({ file, book, shelf, ...how }) : readMarkdown({ file, files, book, shelf })
    if (one) read.push(one)
  }
  onProgress?.({ done: documents.length, of: documents.length + 1 })
  return read
}

const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'bmp', 'tif', 'tiff', 'avif']

/** Files in the folder that are not in the text: reported, so that nobody believes they were imported. */
function noteBeside({
  beside,
  shelf,
  book,
  isFolder,
}: {
  beside: SourceFile[]
  shelf: PictureShelf
  book: NoteBook
  isFolder: boolean
}): void {
  if (!isFolder) return
  const said = new Set(book.notes().map(({ params }) => params?.name))
  const used = new Set(shelf.images().map(({ bytes }) => bytes))
  for (const { path, bytes } of beside) {
    const kind = PICTURES.includes(extensionOf(path)) ? pictureKind(bytes) : null
    const isActive = kind?.kind === 'svg' && kind.isActive
    if (isActive && !said.has(path)) notePicture({ book, name: path, source: path, isActive })
    if (isActive || said.has(path) || used.has(bytes)) continue
    book.note({
      kind: 'loss',
      source: path,
      key: kind ? 'import.picture-unused' : 'import.file-not-read',
      params: { name: path },
    })
  }
}

function cutAll({
  read,
  isFolder,
  book,
  ...levels
}: {
  read: ReadFile[]
  isFolder: boolean
  level: LevelToCut | undefined
  lastLevel: number | undefined
  book: NoteBook
}): Pick<ImportedDocument, 'title' | 'sections' | 'cut'> {
  const [only] = read
  if (!isFolder)
    return only
      ? cutSections({ text: { is: 'document', file: only }, ...levels, book })
      : { sections: [], cut: NOT_CUT }
  const kept = read.filter((file) => {
    const isTitleOnly = file.pieces.every(({ block }) => block.kind === 'heading') && file.pieces.length <= 1
    const hasNothing = file.pieces.length === 0 && file.frontMatter.title === undefined
    const isLeftOut = hasNothing || (file.hadTemplateCode && isTitleOnly)
    if (isLeftOut)
      book.note({ kind: 'loss', source: file.path, key: 'import.file-left-out', params: { name: file.path } })
    return !isLeftOut
  })
  return cutSections({
    text: { is: 'folder', files: inFolderOrder({ files: kept, all: read, book }) },
    ...levels,
    book,
  })
}

/** A chosen level without any heading would give one very long section, or none. */
function checkLevel({
  levels,
  level,
  source,
  book,
}: {
  levels: CutLevel[]
  level: LevelToCut | undefined
  source: string
  book: NoteBook
}): void {
  if (level === undefined || level === 'deepest' || source === '' || levels.some((one) => one.level === level)) return
  const occurring = levels.map((one) => one.level).join(', ')
  const key = occurring === '' ? 'import.level-without-headings' : 'import.level-missing'
  book.note({ kind: 'problem', source, key, params: { level, levels: occurring } })
}
