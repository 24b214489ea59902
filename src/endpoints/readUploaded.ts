import { type Outcome, refuse } from '@/domain/refusal'
import type { ReadingProgress } from '@/import/readingProgress'
import type { SourceFile } from '@/import/sourceFile'
import { readDocumentInWorker } from '@/import/worker/readDocumentInWorker'
import { type KeptDocument, openKeptDocuments, type ReadingKey } from './keptDocuments'

const kept = openKeptDocuments()

/** The document that was read for this person a while ago, otherwise read now. */
export async function readUploaded({
  key,
  files,
  onProgress,
  signal,
}: {
  key: ReadingKey
  files: SourceFile[]
  onProgress?: (progress: ReadingProgress) => void
  signal?: AbortSignal
}): Promise<Outcome<KeptDocument>> {
  const known = kept.recall(key)
  if (known) return { ok: true, result: known }
  if (files.length === 0) return refuse('refusal.import-file-missing')
  const { files: _, ...how } = key
  const read = await readDocumentInWorker({
    ...{ files, ...how },
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  })
  if (!read.ok) return read
  const result = { document: read.result, file: nameOfDocument(files) }
  kept.keep(key, result)
  return { ok: true, result }
}

/** The name of the file, or of the folder of several files. */
function nameOfDocument(files: SourceFile[]): string {
  const [first, ...others] = files
  if (!first) return ''
  return (others.length > 0 && first.path.includes('/') ? first.path.split('/')[0] : first.path)?.slice(-300) ?? ''
}
