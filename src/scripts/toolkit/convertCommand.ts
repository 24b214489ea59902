import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type ConvertedText, convertText, type TargetKind } from '@/files/convertText'
import type { FileKind } from '@/files/fileText'
import { kindOfFile, readMarkdownText } from '@/files/readFileText'
import { writeFileText } from '@/files/writeFileText'
import { answerLines, type JsonRecord, type LineAnswer } from './jsonLines'
import { complain, give } from './output'
import { readBytes, sayNotes, sayUnknownKind } from './readTexts'
import { HOW } from './usage'

const SOURCES: Record<string, FileKind> = { md: 'markdown', docx: 'word', lexical: 'lexical' }
const TARGETS: Record<string, TargetKind> = { md: 'markdown', lexical: 'lexical' }

/**
 * Converts one text from one form into another. Ends with 0, with 1 if the text has a problem, or with 2 if there is
 * none.
 */
export async function convertCommand(args: string[]): Promise<number> {
  const asked = parse(args)
  if (!asked.ok) return complain(`${asked.because}\n${HOW}`)
  const { from, to, path, output } = asked
  if (asked.isBatch) return answerLines((record) => answerLine({ record, from, to }))
  const bytes = path === undefined ? await fromStandardInput() : await readBytes(path)
  if (!bytes.ok) return complain(bytes.because)
  const file = { path: path === undefined ? 'Standard input' : basename(path), bytes: bytes.bytes }
  const converted = await convertText({ file, from, to })
  if (!converted.ok) return complain(sayWhy(converted))
  const { text, notes } = converted
  const failure = await give({ text: typeof text === 'string' ? text : `${JSON.stringify(text, null, 2)}\n`, output })
  if (failure) return complain(failure)
  for (const line of sayNotes(notes, 'en')) console.error(line)
  return notes.some(({ kind }) => kind === 'problem') ? 1 : 0
}

type Asked =
  | { ok: true; from: FileKind; to: TargetKind; path: string | undefined; output: string | undefined; isBatch: boolean }
  | { ok: false; because: string }

function parse(args: string[]): Asked {
  const parsed = parsedArgs(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed
  const [path, ...others] = positionals
  if (others.length > 0) return { ok: false, because: 'Name one file.' }
  const to = TARGETS[values.to ?? '']
  if (!to) return { ok: false, because: 'Say what to make of it: --to md or --to lexical.' }
  const from = values.from === undefined && path !== undefined ? kindOfFile(path) : SOURCES[values.from ?? '']
  if (!from) {
    if (values.from !== undefined || path === undefined)
      return { ok: false, because: 'Say what it is: --from md, --from docx or --from lexical.' }
    return { ok: false, because: sayUnknownKind({ path, language: 'en' }) }
  }
  const { output, jsonl: isBatch } = values
  if (isBatch && (path !== undefined || output !== undefined))
    return { ok: false, because: 'With --jsonl the texts come from standard input and go to standard output.' }
  if (isBatch && from === 'word')
    return { ok: false, because: 'A Word file cannot stand in a line: convert it by itself.' }
  return { ok: true, from, to, path, output, isBatch }
}

function parsedArgs(args: string[]) {
  try {
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        output: { type: 'string' },
        jsonl: { type: 'boolean', default: false },
      },
    })
    return { ok: true as const, ...parsed }
  } catch (error) {
    return { ok: false as const, because: error instanceof Error ? error.message : String(error) }
  }
}

async function fromStandardInput(): Promise<{ ok: true; bytes: Uint8Array }> {
  return { ok: true, bytes: new Uint8Array(await buffer(process.stdin)) }
}

async function answerLine({
  record,
  from,
  to,
}: {
  record: JsonRecord
  from: FileKind
  to: TargetKind
}): Promise<LineAnswer> {
  const { text } = record
  // An editor state may be in the line directly.
  const given = from === 'lexical' && typeof text === 'object' ? JSON.stringify(text) : text
  if (typeof given !== 'string')
    return { ok: false, because: `"text" is ${'text' in record ? 'not a text' : 'missing'}.` }
  // Unchanged, because JSON may contain what a file cannot (half of a surrogate pair).
  if (from === 'markdown' && to === 'markdown')
    return { ok: true, answer: { text: writeFileText(readMarkdownText(given)) } }
  const converted = await convertText({ file: { path: '', bytes: new TextEncoder().encode(given) }, from, to })
  if (!converted.ok) return { ok: false, because: sayWhy(converted).join(' ') }
  const notes = sayNotes(converted.notes, 'en')
  return { ok: true, answer: { text: converted.text, ...(notes.length > 0 ? { notes } : {}) } }
}

function sayWhy({ because }: ConvertedText & { ok: false }): string[] {
  return typeof because === 'string' ? [because] : sayNotes(because, 'en')
}
