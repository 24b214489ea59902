import type { ImportNote } from '@/domain/importing'
import { readMarkdown } from '@/import/markdown/readMarkdown'
import { openNoteBook } from '@/import/noteBook'
import { openPictureShelf } from '@/import/pictureShelf'
import type { LexicalState } from '@/lexical/lexicalJson'
import { toLexical } from '@/lexical/toLexical'
import type { FileKind } from './fileText'
import { type ReadText, readFileText } from './readFileText'
import { writeFileText } from './writeFileText'

export type TargetKind = 'markdown' | 'lexical'

/** A text in another form with what was lost or doubtful in the conversion, or why it cannot be read. */
export type ConvertedText =
  | { ok: true; text: string | LexicalState; notes: ImportNote[] }
  | Extract<ReadText, { ok: false }>

/**
 * A text in another form. Markdown that stays Markdown is only normalised; Markdown for the editor is read as an import
 * reads it.
 */
export async function convertText({
  file,
  from,
  to,
}: {
  file: { path: string; bytes: Uint8Array }
  from: FileKind
  to: TargetKind
}): Promise<ConvertedText> {
  if (from === 'markdown' && to === 'lexical') return importedMarkdown(file)
  const read = await readFileText({ ...file, kind: from })
  if (!read.ok) return read
  const { text, notes } = read
  return { ok: true, text: to === 'markdown' ? writeFileText(text) : toLexical(text.blocks), notes }
}

function importedMarkdown(file: { path: string; bytes: Uint8Array }): ConvertedText {
  const book = openNoteBook()
  const read = readMarkdown({ file, files: new Map(), book, shelf: openPictureShelf(book) })
  if (!read) return { ok: false, because: book.notes() }
  return { ok: true, text: toLexical(read.pieces.map(({ block }) => block)), notes: book.notes() }
}
