import type { ImportChoices } from '@/domain/importPlan/plan'
import type { Language } from '@/domain/language'
import type { GivenAnswer } from '@/domain/merge/merge'
import { asRecord as asObject } from '@/stored/parse'
import { headersOfPage } from '../frame/headersOfPage'
import { sendSignedIn } from '../frame/signInAgain'
import { type ImportAnswer, readImportAnswer } from './importAnswer'

/** What is imported, and its target. */
export type ImportForm = { files: File[]; slug: string; title: string; language: Language }

/** The same with what was chosen in the preview. */
export type ImportOrder = ImportForm & {
  /** '' as the last import was cut, otherwise `automatic` or a number. */
  level: string
  choices: Choices
}

export type Answered = GivenAnswer

/** The person's answers: which sections belong together, and the answers to conflicts. */
export type Choices = ImportChoices

export const NO_CHOICES: Choices = { pairs: {}, resolutions: {} }

/** The server's progress: it reads the document, compares it with the toolkit, writes the sections. */
export type Progress = { step: 'reading' | 'comparing' | 'writing'; done: number; of: number }

export type Sending = {
  order: ImportOrder
  /** What the last preview of the same files returned about them; empty before the first. */
  document: string
  seen?: string
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/**
 * Requests a preview or, with what the preview saw, the import. The files are sent if the server no longer has them
 * from the last preview. If the session has ended, the person is asked to sign in, and it is sent once more. It never
 * throws.
 */
export async function sendDocument(sending: Sending): Promise<ImportAnswer> {
  const headers = headersOfPage()
  return sendSignedIn(
    () => sendWithFiles(sending, headers),
    (answer) => answer.kind === 'refused' && answer.signedOut,
  )
}

async function sendWithFiles(sending: Sending, headers: Record<string, string>): Promise<ImportAnswer> {
  const answer = await send(sending, headers)
  const isForgotten = answer.kind === 'refused' && answer.wantsFiles && sending.document !== ''
  return isForgotten ? send({ ...sending, document: '' }, headers) : answer
}

async function send(
  { order, document, seen, signal, onProgress }: Sending,
  headers: Record<string, string>,
): Promise<ImportAnswer> {
  const form = new FormData()
  form.set('step', seen === undefined ? 'preview' : 'import')
  form.set('slug', order.slug)
  form.set('title', order.title)
  form.set('language', order.language)
  form.set('level', order.level)
  form.set('choices', JSON.stringify(order.choices))
  if (seen !== undefined) form.set('seen', seen)
  if (document !== '') form.set('document', document)
  else for (const file of order.files) form.append('files', file, file.webkitRelativePath || file.name)
  try {
    const response = await fetch('/api/import', {
      method: 'POST',
      credentials: 'same-origin',
      body: form,
      headers: { ...headers, accept: 'application/x-ndjson' },
      ...(signal ? { signal } : {}),
    })
    return readImportAnswer(await lastLineOf(response, onProgress))
  } catch {
    return signal?.aborted ? { kind: 'stopped' } : { kind: 'unknown' }
  }
}

/** Reads an answer that arrives line by line; the last line is the answer itself. */
async function lastLineOf(response: Response, onProgress?: (progress: Progress) => void): Promise<unknown> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (!reader) return null
  let text = ''
  let last: unknown = null
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${text}${part.value}`.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) last = take(line, onProgress) ?? last
  }
  return text === '' ? last : (take(text, onProgress) ?? last)
}

/** The content of a line; null if it only reports progress. */
function take(line: string, onProgress?: (progress: Progress) => void): unknown {
  const value: unknown = JSON.parse(line)
  const { progress } = asObject(value)
  if (progress === undefined) return value
  const { done, of, step } = asObject(progress)
  if (step === 'reading' || step === 'comparing' || step === 'writing')
    onProgress?.({ step, done: Number(done), of: Number(of) })
  return null
}
