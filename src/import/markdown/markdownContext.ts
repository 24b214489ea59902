import type { Definition, FootnoteDefinition, Node, RootContent } from 'mdast'
import type { FootnoteCount } from '../footnoteCount'
import type { NoteBook } from '../noteBook'
import type { PictureShelf } from '../pictureShelf'
import type { SourceFile } from '../sourceFile'

/** What the readers of one Markdown file share. */
export type MarkdownContext = {
  path: string
  /** The text of the file, to check how something is written. */
  markdown: string
  /** How many lines of the file are before `markdown`, if that is a part of it. */
  linesBefore: number
  book: NoteBook
  shelf: PictureShelf
  /** All files beside it, by path. */
  files: ReadonlyMap<string, SourceFile>
  definitions: ReadonlyMap<string, Definition>
  footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Notes that the text refers to. */
  usedFootnotes: Set<string>
  /** Notes that are being read at the moment. */
  openFootnotes: Set<string>
  footnoteCount: FootnoteCount
  /** How often this part of the file was parsed again, as a part of a part. */
  parsedAgain: number
}

/** The position of a node, for a message: `glossary.md:12`. */
export function placeOf(context: Pick<MarkdownContext, 'path' | 'linesBefore'>, node: Pick<Node, 'position'>): string {
  return node.position ? `${context.path}:${context.linesBefore + node.position.start.line}` : context.path
}

/** The nodes of one type below these, in order. */
export function nodesOfType<Type extends RootContent['type']>(
  nodes: readonly RootContent[],
  type: Type,
): Extract<RootContent, { type: Type }>[] {
  return nodes.flatMap((node) => {
    const below = 'children' in node ? nodesOfType(node.children, type) : []
    return isOfType(node, type) ? [node, ...below] : below
  })
}

function isOfType<Type extends RootContent['type']>(
  node: RootContent,
  type: Type,
): node is Extract<RootContent, { type: Type }> {
  return node.type === type
}
