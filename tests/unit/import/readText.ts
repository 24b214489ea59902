import type { ImportedDocument, ImportNote } from '@/domain/importing'
import { LANGUAGES } from '@/domain/language'
import type { Block, RichText } from '@/domain/richText/richText'
import { plainTextOf } from '@/domain/richText/runs'
import { readDocument } from '@/import/readDocument'
import type { SourceFile } from '@/import/sourceFile'
import { sayRefusal } from '@/messages/translate'

export function file(path: string, content: string | Uint8Array): SourceFile {
  return { path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }
}

/** Reads one Markdown file. */
export function readMarkdownText(markdown: string, level?: number): Promise<ImportedDocument> {
  return read([file('text.md', markdown)], level)
}

/** Returns the document after checking that each of its notes has a message in all languages, with all parameters. */
export async function read(files: SourceFile[], level?: number): Promise<ImportedDocument> {
  const document = await readDocument(level === undefined ? { files } : { files, level })
  for (const note of document.notes) for (const language of LANGUAGES) sayRefusal(language, note)
  return document
}

/** The body of a document that is one section. */
export async function bodyOf(markdown: string): Promise<RichText> {
  const { sections, notes } = await readMarkdownText(`# Title\n\n${markdown}`, 1)
  const problems = notes.filter(({ kind }) => kind === 'problem')
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return sections[0]?.body ?? []
}

/** The tree of sections, with two spaces for each level. */
export function outline({ sections }: ImportedDocument): string[] {
  return sections.map(({ depth, title }) => `${'  '.repeat(depth - 1)}${title}`)
}

/** Blocks as readable lines: kind, attributes, text with its marks, children below. */
export function drawn(blocks: RichText, indent = ''): string[] {
  return blocks.flatMap((block) => [`${indent}${headOf(block)}`, ...drawn(block.children, `${indent}  `)])
}

function headOf({ kind, attrs, runs }: Block): string {
  const attributes = Object.entries(attrs).map(([name, value]) => ` ${name}=${value}`)
  const words = runs.map((run) => {
    if (run.type !== 'text') return run.type === 'break' ? ' / ' : `[^${run.text}]`
    const marked = run.marks.length > 0 ? `<${run.marks.join(' ')}>${run.text}</>` : run.text
    return run.link === undefined ? marked : `[${marked}](${run.link})`
  })
  return `${kind}${attributes.join('')}${words.length > 0 ? `: ${words.join('')}` : ''}`
}

export function textOfBlocks(blocks: RichText): string[] {
  return blocks.map(({ runs }) => plainTextOf(runs))
}

/** The kinds and keys of the notes. */
export function said({ notes }: ImportedDocument): string[] {
  return notes.map(({ kind, key }) => `${kind} ${key}`)
}

export function noteOf({ notes }: ImportedDocument, key: string): ImportNote | undefined {
  return notes.find((note) => note.key === key)
}

/** The smallest pictures that are recognised by their first bytes. */
export const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
export const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 4, 5, 6, 7, 8, 9, 10, 11])
