import { print } from './output'

/** A line may be long: a whole book. A longer one is not a text, and would fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024

/** The result for one line: its answer, or its error. */
export type LineAnswer = { ok: true; answer: object } | { ok: false; because: string }

export type JsonRecord = Record<string, unknown>

/**
 * Answers each line of JSON on standard input with one on standard output, in order, keeping one in memory at a time. A
 * line that cannot be answered gives `{id, error}`, and the others continue; empty lines are skipped.
 */
export async function answerLines(answer: (record: JsonRecord) => LineAnswer | Promise<LineAnswer>): Promise<number> {
  let failed = 0
  let number = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    if (line !== null && isBlank(line)) continue
    const { id, ...said } = await answerLine({ line, number, answer })
    if ('error' in said) failed++
    await print(`${JSON.stringify({ id, ...said })}\n`)
  }
  if (failed > 0) console.error(`${failed} of ${number} lines could not be read; each says why.`)
  return 0
}

/** The texts of a record by their names, or the name of an invalid one. */
export function textsIn({ record, names }: { record: JsonRecord; names: readonly string[] }): GivenTexts {
  const texts: string[] = []
  for (const name of names) {
    const text = record[name]
    if (typeof text !== 'string')
      return { ok: false, because: `"${name}" is ${name in record ? 'not a text' : 'missing'}.` }
    texts.push(text)
  }
  return { ok: true, texts }
}

export type GivenTexts = { ok: true; texts: string[] } | { ok: false; because: string }

type Answering = {
  /** null if the line was too long to be kept. */
  line: Uint8Array | null
  number: number
  answer: (record: JsonRecord) => LineAnswer | Promise<LineAnswer>
}

type Said = { id: string | number | null; [key: string]: unknown }

async function answerLine({ line, number, answer }: Answering): Promise<Said> {
  const wrong = (id: Said['id'], because: string): Said => ({ id, error: `Line ${number}: ${because}` })
  if (line === null) return wrong(null, `longer than ${MOST_BYTES / 1024 / 1024} MB.`)
  const parsed = parse(line)
  if (!parsed.ok) return wrong(null, parsed.because)
  const { id: given, ...record } = parsed.record
  const id = typeof given === 'string' || typeof given === 'number' ? given : null
  if (id === null && given !== undefined && given !== null) return wrong(null, '"id" is not a text or a number.')
  try {
    const outcome = await answer(record)
    return outcome.ok ? { id, ...outcome.answer } : wrong(id, outcome.because)
  } catch (error) {
    return wrong(id, `it failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function parse(line: Uint8Array): { ok: true; record: JsonRecord } | { ok: false; because: string } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    return { ok: false, because: 'not UTF-8.' }
  }
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? { ok: true, record: value } : { ok: false, because: 'not an object of JSON.' }
  } catch (error) {
    return { ok: false, because: `not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const LINE_END = 0x0a

/**
 * The lines of a stream as bytes, because a character may be split between two chunks, and a text may contain a Unicode
 * line separator. null represents a line that is too long.
 */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let pieces: Uint8Array[] = []
  let size = 0
  const add = (piece: Uint8Array): void => {
    size += piece.length
    if (size > MOST_BYTES) pieces = []
    else if (piece.length > 0) pieces.push(piece)
  }
  const take = (): Uint8Array | null => {
    const line = size > MOST_BYTES ? null : Buffer.concat(pieces)
    pieces = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      add(chunk.subarray(from, end))
      from = end + 1
      yield take()
    }
    add(chunk.subarray(from))
  }
  if (size > 0) yield take()
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
