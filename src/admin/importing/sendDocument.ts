import type { Language } from '@/domain/language'
import { type ImportAnswer, readImportAnswer } from './importAnswer'

/** What is imported and where it goes. */
export type ImportOrder = {
  files: File[]
  slug: string
  title: string
  language: Language
  /** '' as the last import was cut, else `automatic` or a number. */
  level: string
  choices: Choices
}

export type Answered = 'ours' | 'theirs' | 'both' | { text: string }

/** What the person said: which sections belong together, and what stands where both changed one place. */
export type Choices = { pairs: Record<string, string | null>; resolutions: Record<string, Answered> }

export const NO_CHOICES: Choices = { pairs: {}, resolutions: {} }

/** Sends the files for a preview or, with what the preview saw, for the import. It never throws. */
export async function sendDocument({
  order,
  seen,
  allowGone = 0,
  signal,
}: {
  order: ImportOrder
  seen?: string
  /** How many sections the person let go. */
  allowGone?: number
  signal?: AbortSignal
}): Promise<ImportAnswer> {
  const form = new FormData()
  form.set('step', seen === undefined ? 'preview' : 'import')
  form.set('slug', order.slug)
  form.set('title', order.title)
  form.set('language', order.language)
  form.set('level', order.level)
  form.set('choices', JSON.stringify(order.choices))
  form.set('allowGone', String(allowGone))
  if (seen !== undefined) form.set('seen', seen)
  for (const file of order.files) form.append('files', file, file.webkitRelativePath || file.name)
  try {
    const response = await fetch('/api/import', {
      method: 'POST',
      credentials: 'same-origin',
      body: form,
      ...(signal ? { signal } : {}),
    })
    return readImportAnswer(await response.json())
  } catch {
    return signal?.aborted ? { kind: 'stopped' } : { kind: 'unknown' }
  }
}
