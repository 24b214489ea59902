import { block, type RichText, text } from '@/domain/richText/richText'
import { forMarkdown } from '@/export/markdown/forMarkdown'
import { noteNames, notesOf } from '@/export/markdown/noteNames'
import { writeAsWritten } from '@/export/markdown/writeAsWritten'
import { finished, writeBlocks } from '@/export/markdown/writeBlocks'
import type { FileText } from './fileText'
import type { TextMerge } from './mergeTexts'

/** A text as a Markdown file; if it was not Markdown, its words are escaped so that none is read as code. */
export function writeFileText({ kind, frontMatter, blocks }: FileText): string {
  return kind === 'markdown' ? writeAsWritten({ frontMatter, blocks }) : writePlain(blocks)
}

/** A merge as a Markdown file, with its conflicts between git's markers. */
export function writeMerge({ frontMatter, body }: TextMerge): string {
  return writeAsWritten({ frontMatter: frontMatter.nodes, blocks: body.nodes })
}

function writePlain(given: RichText): string {
  const blocks = forMarkdown(given, String)
  const noteName = noteNames(notesOf(blocks), JSON.stringify(blocks))
  const spelling = { isSource: false, definitions: new Set<string>(), noteName }
  const notes = [...noteName.used()].flatMap(([note, name]) => {
    const words = writeBlocks([block('paragraph', { runs: [text(note.replace(/\s+/g, ' '))] })], spelling)
    return ['', `[^${name}]: ${words.join(' ')}`]
  })
  return finished([...writeBlocks(blocks, { ...spelling, isFileStart: true }), ...notes])
}
