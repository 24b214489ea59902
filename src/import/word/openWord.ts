import { inMegabytes, MAX_PARAGRAPHS, MAX_UNPACKED_BYTES, MAX_WORD_XML_BYTES } from '../limits'
import { type MarkupElement, markupTree } from '../markupTree'
import type { NoteBook } from '../noteBook'
import type { SourceFile } from '../sourceFile'
import { openZip, type Zip } from './openZip'

/** The parts of a Word file that are read here, in their own XML and as trees. */
export type WordParts = {
  zip: Zip
  documentXml: string
  document: MarkupElement
  styles: MarkupElement | null
  numbering: MarkupElement | null
  footnotes: MarkupElement | null
  endnotes: MarkupElement | null
  comments: MarkupElement | null
  /** Headers and footers of the pages. */
  margins: MarkupElement[]
}

/** The parts of a Word file; null (and a problem that says what to do) where it is broken, protected, too large or has macros. */
export function openWord({ file, book }: { file: SourceFile; book: NoteBook }): WordParts | null {
  const refuse = (key: string, params?: Record<string, string | number>): null => {
    book.note(
      params ? { kind: 'problem', source: file.path, key, params } : { kind: 'problem', source: file.path, key },
    )
    return null
  }
  if (isCompoundFile(file.bytes)) return refuse('import.word-protected')
  const zip = openZip(file.bytes)
  if (zip === 'protected') return refuse('import.word-protected')
  if (zip === 'too-large') return refuse('import.word-unpacks-too-large', { limit: inMegabytes(MAX_UNPACKED_BYTES) })
  if (zip === 'broken') return refuse('import.word-broken')
  if (hasMacros(zip)) return refuse('import.word-macros')
  const main = zip.read(MAIN_PART)
  if (main === null) return refuse('import.word-broken')
  if (main.length > MAX_WORD_XML_BYTES) return refuse('import.word-too-long')
  const documentXml = new TextDecoder().decode(main)
  if ((documentXml.match(/<(?:\w+:)?(?:p|tc)[\s/>]/g)?.length ?? 0) > MAX_PARAGRAPHS)
    return refuse('import.word-too-long')
  const document = markupTree(documentXml)
  if (document === null) return refuse('import.word-broken')
  const part = (name: string): MarkupElement | null => {
    const bytes = zip.read(`word/${name}.xml`)
    return bytes === null || bytes.length > MAX_WORD_XML_BYTES ? null : markupTree(new TextDecoder().decode(bytes))
  }
  return {
    zip,
    documentXml,
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
    margins: zip.names.flatMap((name) => {
      const margin = /^word\/((?:header|footer)\d*)\.xml$/.exec(name)?.[1]
      const tree = margin === undefined ? null : part(margin)
      return tree ? [tree] : []
    }),
  }
}

export const MAIN_PART = 'word/document.xml'

/** The container of Word 97-2003 files, which also holds newer files that need a password. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
}

function hasMacros(zip: Zip): boolean {
  if (zip.names.some((name) => /vba(?:Project|Data)/i.test(name))) return true
  const types = zip.read('[Content_Types].xml')
  return types !== null && /macroEnabled|vbaProject/i.test(new TextDecoder().decode(types))
}
