import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ImportNote } from '@/domain/importing'
import type { Language } from '@/domain/language'
import type { FileKind, FileText } from '@/files/fileText'
import { kindOfFile, readFileText } from '@/files/readFileText'
import { inMegabytes, MAX_FILE_BYTES } from '@/import/limits'
import { sayRefusal, translate } from '@/messages/translate'
import { fromHere } from './fromHere'

/** Texts of files, with the notes that an import would have about them; or why they cannot be read. */
export type ReadTexts = { ok: true; texts: FileText[]; notes: ImportNote[] } | { ok: false; because: string[] }

/** Reads files that are to be compared: each must exist, and Lexical JSON can only be compared with Lexical JSON. */
export async function readTexts({ paths, language }: { paths: string[]; language: Language }): Promise<ReadTexts> {
  const kinds = paths.map(kindOfFile)
  const unknown = paths.filter((_, index) => kinds[index] === undefined)
  if (unknown.length > 0) return { ok: false, because: unknown.map((path) => sayUnknownKind({ path, language })) }
  const json = paths.filter((_, index) => kinds[index] === 'lexical')
  if (json.length > 0 && json.length < paths.length) return { ok: false, because: [sayUnlike({ paths, json })] }
  const texts: FileText[] = []
  const notes: ImportNote[] = []
  const because: string[] = []
  for (const [index, path] of paths.entries()) {
    const bytes = await readBytes(path)
    if (!bytes.ok) {
      because.push(bytes.because)
      continue
    }
    const read = await readFileText({ path: basename(path), bytes: bytes.bytes, kind: kinds[index] ?? 'markdown' })
    if (!read.ok)
      because.push(...(typeof read.because === 'string' ? [read.because] : sayNotes(read.because, language)))
    else {
      texts.push(read.text)
      notes.push(...read.notes)
    }
  }
  return because.length > 0 ? { ok: false, because: [...new Set(because)] } : { ok: true, texts, notes }
}

/** Notes as lines, each with its place. */
export function sayNotes(notes: readonly ImportNote[], language: Language): string[] {
  return notes.map(({ source, kind: _, ...note }) => {
    const text = sayRefusal(language, note)
    return source ? translate(language, 'editor.import.note', { source, text }) : text
  })
}

/** The content of a file, or a sentence that says why it cannot be read. */
export async function readBytes(
  path: string,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; because: string }> {
  const refuse = (because: string) => ({ ok: false as const, because: `${path} ${because}` })
  const full = fromHere(path)
  const found = await stat(full).catch(() => null)
  if (!found) return refuse('does not exist. Check the path.')
  if (found.isDirectory()) return refuse('is a folder. Name one file in it.')
  if (found.size > MAX_FILE_BYTES)
    return refuse(`is ${inMegabytes(found.size)} MB. The limit is ${inMegabytes(MAX_FILE_BYTES)} MB. Split it.`)
  try {
    return { ok: true, bytes: new Uint8Array(await readFile(full)) }
  } catch (error) {
    return refuse(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** For files that are nearly right the message says more. */
export function sayUnknownKind({ path, language }: { path: string; language: Language }): string {
  const key = /\.(?:doc|dot)$/i.test(path)
    ? 'import.word-old'
    : /\.(?:docm|dotm)$/i.test(path)
      ? 'import.word-macros'
      : null
  if (key) return `${path}: ${sayRefusal(language, { key })}`
  return `${path} is of a kind that cannot be read. Give Markdown (.md, .markdown), Word (.docx) or Lexical JSON (.json).`
}

const NAMES: Record<FileKind, string> = { markdown: 'Markdown', word: 'Word', lexical: 'Lexical JSON' }

function sayUnlike({ paths, json }: { paths: string[]; json: string[] }): string {
  const [one = ''] = json
  const other = paths.find((path) => !json.includes(path)) ?? ''
  const kind = NAMES[kindOfFile(other) ?? 'markdown']
  return `${one} is Lexical JSON and ${other} is ${kind}: they cannot be laid side by side. Make Markdown of the first: npm run --silent toolkit -- convert ${one} --to md --output ${one.replace(/\.json$/i, '.md')}`
}
