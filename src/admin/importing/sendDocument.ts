import type { Language } from '@/domain/language'
import { type ImportAnswer, readImportAnswer } from './importAnswer'

/** What is imported and where it goes. */
export type ImportOrder = {
  files: File[]
  slug: string
  title: string
  language: Language
  /** '' for automatic. */
  level: string
}

/** Sends the files for a preview or, with what the preview saw, for the import. It never throws. */
export async function sendDocument({ order, seen }: { order: ImportOrder; seen?: string }): Promise<ImportAnswer> {
  const form = new FormData()
  form.set('step', seen === undefined ? 'preview' : 'import')
  form.set('slug', order.slug)
  form.set('title', order.title)
  form.set('language', order.language)
  form.set('level', order.level)
  if (seen !== undefined) form.set('seen', seen)
  for (const file of order.files) form.append('files', file, file.webkitRelativePath || file.name)
  try {
    const response = await fetch('/api/import', { method: 'POST', credentials: 'same-origin', body: form })
    return readImportAnswer(await response.json())
  } catch {
    return { kind: 'unknown' }
  }
}
