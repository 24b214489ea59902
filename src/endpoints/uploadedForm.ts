import { type Outcome, refuse } from '@/domain/refusal'
import { inMegabytes, MAX_FILE_BYTES } from '@/import/limits'

/** Names, boundaries and the other fields of a form around the files. */
const AROUND = 1024 * 1024

type Upload = { headers: Headers; body?: ReadableStream<Uint8Array> | null | undefined }

/**
 * The form of an upload, refused above the limit before it is read: by what the sender says about its length, and while
 * it comes in, by what it is.
 */
export async function uploadedForm({ headers, body }: Upload, limit = MAX_FILE_BYTES): Promise<Outcome<FormData>> {
  const tooLarge = refuse('editor.import.too-large', { limit: inMegabytes(limit) })
  if (Number(headers.get('content-length') ?? 0) > limit + AROUND) return tooLarge
  if (!body) return refuse('refusal.import-file-missing')
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength
    if (length > limit + AROUND) {
      await reader.cancel()
      return tooLarge
    }
    parts.push(new Uint8Array(part.value))
  }
  try {
    const type = headers.get('content-type') ?? ''
    return { ok: true, result: await new Response(new Blob(parts), { headers: { 'content-type': type } }).formData() }
  } catch {
    return refuse('refusal.import-file-missing')
  }
}
