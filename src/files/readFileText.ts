import type { ImportNote } from '@/domain/importing'
import type { RefusalKey } from '@/domain/refusal'
import { block, text } from '@/domain/richText/richText'
import { readAsWritten } from '@/import/markdown/readAsWritten'
import { openNoteBook } from '@/import/noteBook'
import { openPictureShelf } from '@/import/pictureShelf'
import { extensionOf, type SourceFile } from '@/import/sourceFile'
import { readWord } from '@/import/word/readWord'
import { fromLexical } from '@/lexical/fromLexical'
import type { FileKind, FileText } from './fileText'

/** The result of reading a file: its text with notes, or one sentence that says what to do. */
export type ReadText = { ok: true; text: FileText; notes: ImportNote[] } | { ok: false; because: string | ImportNote[] }

const KINDS: Record<string, FileKind> = { md: 'markdown', markdown: 'markdown', docx: 'word', json: 'lexical' }

/** The kind of text in a file, by its extension; undefined for one that cannot be read here. */
export function kindOfFile(path: string): FileKind | undefined {
  return KINDS[extensionOf(path)]
}

/**
 * Reads a Markdown, Word or Lexical file as one text, not cut into sections. Markdown is read as it is written, so that
 * it can be written back; Word as an import reads it. Never throws for any content of the file.
 */
export async function readFileText(file: SourceFile & { kind: FileKind }): Promise<ReadText> {
  switch (file.kind) {
    case 'markdown':
      return readMarkdownFile(file)
    case 'word':
      return readWordFile(file)
    case 'lexical':
      return readLexicalFile(file)
    default:
      return file.kind satisfies never
  }
}

/** The text of an editor state; null if the value is not one. */
export function readLexical(value: unknown): FileText | null {
  if (!hasRoot(value)) return null
  return { kind: 'lexical', frontMatter: [], blocks: fromLexical(value) }
}

/** A Markdown text as it is written. */
export function readMarkdownText(markdown: string): FileText {
  return { kind: 'markdown', ...readAsWritten(markdown) }
}

function readMarkdownFile({ path, bytes }: SourceFile): ReadText {
  const markdown = decoded(bytes)
  if (markdown === null) return problem({ path, key: 'import.not-text' })
  return { ok: true, text: readMarkdownText(markdown), notes: [] }
}

async function readWordFile(file: SourceFile): Promise<ReadText> {
  const book = openNoteBook()
  const read = await readWord({ file, book, shelf: openPictureShelf(book) })
  if (read === null) return { ok: false, because: book.notes() }
  const { title } = read.frontMatter
  // The style Title is above all headings.
  const head = title === undefined ? [] : [block('heading', { attrs: { level: 1 }, runs: [text(title)] })]
  const blocks = [...head, ...read.pieces.map((piece) => piece.block)]
  return { ok: true, text: { kind: 'word', frontMatter: [], blocks }, notes: book.notes() }
}

function readLexicalFile({ path, bytes }: SourceFile): ReadText {
  const json = decoded(bytes)
  if (json === null) return problem({ path, key: 'import.not-text' })
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { ok: false, because: `${path} is not JSON (${reason}). Export it again, or correct it.` }
  }
  const text = readLexical(value)
  if (text) return { ok: true, text, notes: [] }
  const because = `${path} is JSON, but no editor state. Give the value of one rich-text field: {"root": {"type": "root", "children": […]}}.`
  return { ok: false, because }
}

function hasRoot(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('root' in value)) return false
  const { root } = value
  return typeof root === 'object' && root !== null && 'children' in root && Array.isArray(root.children)
}

/** UTF-8, or UTF-16 with its byte order mark; null if it is neither. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

function problem({ path, key }: { path: string; key: RefusalKey }): ReadText {
  return { ok: false, because: [{ kind: 'problem', source: path, key }] }
}
