import type { FootnoteDefinition, Root } from 'mdast'
import type { Block, RichText } from '@/domain/richText/richText'
import { MAX_LISTS } from '../limits'
import { listsIn } from './listsIn'
import { nodesOfType } from './markdownContext'
import { parseMarkdown } from './parseMarkdown'
import { shielded } from './verbatim'
import { type WrittenContext, writtenBlocks } from './writtenBlocks'
import { splitFrontMatter, writtenFrontMatter } from './writtenFrontMatter'
import { rawLines, sourceParagraph } from './writtenSource'

/**
 * A Markdown file with everything in it, for the command line: `frontMatter` has one `field` for each YAML key, with
 * its text as it is written; `blocks` are the domain's kinds, and content without a kind is in paragraphs.
 * These texts have attributes of their own, and are never made canonical:
 *
 * - heading: `level` 1-6
 * - paragraph: with `source: true` it contains lines of the file unchanged (HTML, template code, definitions, unknown
 *   directives), with `joined: true` if there is no empty line before it; `info` (even '') makes it a code block of
 *   that language: all its runs have the mark `code`, one for each line
 * - list item: `checked`, and any blocks as children; quote: either runs or children
 * - table: `align`, one word for each column
 * - image: `media` is the address
 * - runs: HTML, template code, character references and pictures within a line are text as it is written; a link
 *   through a definition has the `link` `[label]`; a significant line break stays as `\n` in the text
 */
export type WrittenText = { frontMatter: Block[]; blocks: RichText }

/**
 * Reads a Markdown file so that `writeAsWritten` can write it back without a loss. Never throws and refuses nothing: if
 * quotes and lists are too deeply nested or too many to be parsed, the text becomes paragraphs of source, one for each
 * stretch without an empty line.
 */
export function readAsWritten(markdown: string): WrittenText {
  const file = markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '\uFFFD')
    .normalize('NFC')
  const { yaml, body } = splitFrontMatter(file)
  return { frontMatter: yaml === null ? [] : writtenFrontMatter(yaml), blocks: bodyBlocks(body) }
}

function bodyBlocks(body: string): RichText {
  const { markdown, restore } = shielded(body)
  const root = listsIn(markdown) > MAX_LISTS ? null : parseMarkdown(markdown)
  if (root === null) return unparsed(body)
  const context: WrittenContext = { markdown, restore, lines: restore(markdown).split('\n'), footnotes: new Map() }
  return writtenBlocks(root.children, { ...context, footnotes: inlineFootnotes(root, context) })
}

function unparsed(body: string): RichText {
  const stretches = body.split(/\n[ \t]*(?:\n[ \t]*)+/).filter((stretch) => stretch.trim() !== '')
  return stretches.map((stretch) => sourceParagraph(stretch.split('\n')))
}

/**
 * Notes that can be inline, by identifier: one paragraph of one line, used, and not connected with another note. The
 * others stay in place, with their names.
 */
function inlineFootnotes(root: Root, context: WrittenContext): Map<string, string> {
  const definitions = nodesOfType(root.children, 'footnoteDefinition')
  const used = new Set(nodesOfType(root.children, 'footnoteReference').map(({ identifier }) => identifier))
  const tied = new Set(
    definitions.flatMap(({ children }) => nodesOfType(children, 'footnoteReference').map((one) => one.identifier)),
  )
  const notes = new Map<string, string>()
  for (const definition of definitions) {
    const { identifier } = definition
    const value = root.children.includes(definition) ? lineOf(definition, context) : null
    const isAlone = definitions.filter((one) => one.identifier === identifier).length === 1
    if (value !== null && isAlone && used.has(identifier) && !tied.has(identifier)) notes.set(identifier, value)
  }
  return notes
}

function lineOf({ children }: FootnoteDefinition, context: WrittenContext): string | null {
  const [only, ...others] = children
  if (only?.type !== 'paragraph' || others.length > 0) return null
  if (nodesOfType(only.children, 'footnoteReference').length > 0 || nodesOfType(only.children, 'break').length > 0)
    return null
  const line = rawLines(only, context)
    .map((one) => one.trim())
    .join(' ')
  return line === '' ? null : line
}
