import type { Root } from 'mdast'
import { openFootnoteCount } from '../footnoteCount'
import { inMegabytes, MAX_TEXT_BYTES } from '../limits'
import type { NoteBook } from '../noteBook'
import type { PictureShelf } from '../pictureShelf'
import type { Piece, ReadFile } from '../piece'
import type { SourceFile } from '../sourceFile'
import { withoutTemplateCode } from '../templateCode'
import { readFrontMatter } from './frontMatter'
import { markdownBlocks } from './markdownBlocks'
import { type MarkdownContext, nodesOfType, placeOf } from './markdownContext'
import { parseMarkdown } from './parseMarkdown'
import { tooComplex } from './tooComplex'

type Given = { file: SourceFile; files: ReadonlyMap<string, SourceFile>; book: NoteBook; shelf: PictureShelf }

/** A Markdown file as blocks, with its front matter; null (and a problem) if it is not text. */
export function readMarkdown({ file, files, book, shelf }: Given): ReadFile | null {
  const markdown = decodeText({ file, book })
  if (markdown === null) return null
  const complex = tooComplex(markdown)
  if (complex) {
    const source = complex.line === 1 ? file.path : `${file.path}:${complex.line}`
    book.note({ kind: 'problem', source, ...complex.reason })
    return null
  }
  const root = parseMarkdown(markdown)
  if (root === null) {
    book.note({ kind: 'problem', source: file.path, key: 'import.unreadable' })
    return null
  }
  const context: MarkdownContext = {
    path: file.path,
    markdown,
    linesBefore: 0,
    book,
    shelf,
    files,
    definitions: byIdentifier(nodesOfType(root.children, 'definition')),
    footnotes: byIdentifier(nodesOfType(root.children, 'footnoteDefinition')),
    usedFootnotes: new Set(),
    openFootnotes: new Set(),
    footnoteCount: openFootnoteCount({ path: file.path, book }),
    parsedAgain: 0,
  }
  const [yaml] = nodesOfType(root.children.slice(0, 1), 'yaml')
  const frontMatter = yaml ? readFrontMatter({ yaml: yaml.value, source: placeOf(context, yaml), book }) : {}
  const { pieces, hadTemplateCode } = readPieces(root, context)
  noteUnusedFootnotes(context)
  return { path: file.path, frontMatter, pieces, hadTemplateCode }
}

/**
 * A file is UTF-8, or UTF-16 with its byte order mark; other encodings cannot be distinguished, and a wrong guess
 * spoils the text.
 */
function decodeText({ file: { path, bytes }, book }: Pick<Given, 'file' | 'book'>): string | null {
  if (bytes.length > MAX_TEXT_BYTES) {
    const params = { size: inMegabytes(bytes.length), limit: inMegabytes(MAX_TEXT_BYTES) }
    book.note({ kind: 'problem', source: path, key: 'import.text-too-long', params })
    return null
  }
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const markdown = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!markdown.includes('\0')) return markdown
  } catch {
    // The bytes are not text in this encoding, which is reported below.
  }
  book.note({ kind: 'problem', source: path, key: 'import.not-text' })
  return null
}

function readPieces(root: Root, context: MarkdownContext): Pick<ReadFile, 'pieces' | 'hadTemplateCode'> {
  const pieces: Piece[] = []
  let hadTemplateCode = false
  for (const node of root.children) {
    const source = placeOf(context, node)
    for (const read of markdownBlocks(node, context)) {
      const { block, isCut, isMixed } = withoutTemplateCode(read)
      if (isCut) context.book.tally({ kind: 'loss', source: context.path, key: 'import.template-code' })
      if (isMixed) context.book.note({ kind: 'doubt', source, key: 'import.template-code-in-text' })
      hadTemplateCode ||= isCut
      if (block) pieces.push({ source, block })
    }
  }
  return { pieces, hadTemplateCode }
}

function noteUnusedFootnotes(context: MarkdownContext): void {
  for (const [identifier, definition] of context.footnotes) {
    if (context.usedFootnotes.has(identifier)) continue
    const source = placeOf(context, definition)
    context.book.note({
      kind: 'loss',
      source,
      key: 'import.footnote-unused',
      params: { name: `[^${definition.label ?? identifier}]` },
    })
  }
}

/** The first one of each name counts, as in CommonMark. */
function byIdentifier<Definition extends { identifier: string }>(definitions: Definition[]): Map<string, Definition> {
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]))
}
