/**
 * The part of mammoth (1.13.0) that reads a Word file into a tree. Mammoth then makes HTML from it; we do not. It is an
 * internal module without types, so `package.json` names the exact version.
 */
declare module 'mammoth/lib/docx/docx-reader.js' {
  /** An opened package, by the names of its parts. Without an encoding a part is returned as bytes. */
  export type OpenedPackage = {
    exists: (name: string) => boolean
    read: (name: string, encoding?: string) => Promise<string | Uint8Array>
  }

  type Styled = { styleId: string | null; styleName: string | null }

  export type WordParagraph = Styled & {
    type: 'paragraph'
    numbering: { level: string; isOrdered: boolean } | null
    children: WordNode[]
  }
  export type WordRun = Styled & {
    type: 'run'
    isBold: boolean
    isItalic: boolean
    isUnderline: boolean
    isStrikethrough: boolean
    verticalAlignment: 'baseline' | 'superscript' | 'subscript'
    children: WordNode[]
  }
  export type WordLink = { type: 'hyperlink'; href?: string; anchor?: string; children: WordNode[] }
  export type WordImage = {
    type: 'image'
    altText?: string | null
    /** Rejects for a picture that is not in the package. */
    readAsArrayBuffer: () => Promise<Uint8Array>
  }
  export type WordTable = { type: 'table'; children: WordNode[] }
  export type WordRow = { type: 'tableRow'; isHeader: boolean; children: WordNode[] }
  export type WordCell = { type: 'tableCell'; colSpan: number; rowSpan: number; children: WordNode[] }
  export type WordNoteReference = { type: 'noteReference'; noteType: 'footnote' | 'endnote'; noteId: string }

  export type WordNode =
    | WordParagraph
    | WordRun
    | WordLink
    | WordImage
    | WordTable
    | WordRow
    | WordCell
    | WordNoteReference
    | { type: 'text'; value: string }
    | { type: 'tab' }
    | { type: 'checkbox'; checked: boolean }
    | { type: 'break'; breakType: 'line' | 'page' | 'column' }
    | { type: 'bookmarkStart'; name?: string }
    | { type: 'commentReference'; commentId?: string }

  export type WordNote = { body: WordNode[] }
  export type WordComment = { commentId?: string; authorName: string | null; body: WordNode[] }
  export type WordDocument = {
    type: 'document'
    children: WordNode[]
    notes: { resolve: (reference: WordNoteReference) => WordNote | null }
    comments: WordComment[]
  }

  export function read(
    file: OpenedPackage,
    input: Record<string, never>,
    options: { externalFileAccess: boolean },
  ): Promise<{ value: WordDocument; messages: { message: string }[] }>
}
