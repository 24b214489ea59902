import { type Outcome, type Refusal, refuse } from '@/domain/refusal'
import { inMegabytes, MAX_FILE_BYTES } from '@/import/limits'
import { readUpTo } from './readUpTo'
import { AROUND } from './requestLimit'

/** The message about files that are larger than an import accepts. */
export function filesTooLarge(limit = MAX_FILE_BYTES): Refusal {
  return { key: 'import.files-too-large', params: { limit: inMegabytes(limit) } }
}

type Upload = { headers: Headers; body?: ReadableStream<Uint8Array> | null | undefined }

/**
 * The form of an upload, refused above the limit before it is read: by its declared length, and while it is read, by
 * its real length.
 */
export async function uploadedForm({ headers, body }: Upload, limit = MAX_FILE_BYTES): Promise<Outcome<FormData>> {
  const tooLarge: Outcome<FormData> = { ok: false, because: [filesTooLarge(limit)] }
  if (Number(headers.get('content-length') ?? 0) > limit + AROUND) return tooLarge
  if (!body) return refuse('refusal.import-file-missing')
  const bytes = await readUpTo({ body, limit: limit + AROUND })
  if (!bytes) return tooLarge
  try {
    const type = headers.get('content-type') ?? ''
    return { ok: true, result: await new Response(bytes, { headers: { 'content-type': type } }).formData() }
  } catch {
    return refuse('refusal.import-file-missing')
  }
}
