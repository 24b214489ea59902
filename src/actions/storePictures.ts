import type { ImportedImage } from '@/domain/importing'
import { type Outcome, refuse } from '@/domain/refusal'
import { MASTER } from '@/domain/release'
import type { ActionContext } from './action'
import { countPixels } from './cleanPicture'
import { type KeptFile, keepNamedPicture } from './keepPicture'
import { storePicture } from './storePicture'

/** Forty scanned pages have less; each million takes about a tenth of a second of processor time. */
const MOST_PIXELS_OF_A_DOCUMENT = 400_000_000

/**
 * Redraws the pictures of a document and stores their files, by the name that the document uses. `known` are those that
 * the common framework already has. Files are never removed: if the import is refused later, files without a document
 * are left.
 */
export async function keepPictures(
  { payload, steps }: Pick<ActionContext, 'payload' | 'steps'>,
  { images, known }: { images: readonly ImportedImage[]; known: ReadonlyMap<string, string> },
): Promise<Outcome<Map<string, KeptFile>>> {
  const unknown = images.filter(({ name }) => !known.has(name))
  let pixels = 0
  for (const { bytes } of unknown) pixels += await countPixels(bytes)
  if (pixels > MOST_PIXELS_OF_A_DOCUMENT)
    return refuse('refusal.pictures-too-large', { megapixels: MOST_PIXELS_OF_A_DOCUMENT / 1e6 })
  const files = new Map<string, KeptFile>()
  for (const { name, bytes } of unknown) {
    if (steps.signal?.aborted) return refuse('import.stopped')
    const kept = await keepNamedPicture(payload, { name, bytes, country: MASTER })
    if (!kept.ok) return kept
    files.set(name, kept.result)
  }
  return { ok: true, result: files }
}

/**
 * Stores the pictures of a document in the common framework's media, each content once; returns the ids of all by the
 * name that the document uses. A picture that another country has too is stored separately here.
 */
export async function storePictures(
  context: ActionContext,
  { files, known }: { files: ReadonlyMap<string, KeptFile>; known: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const ids = new Map(known)
  for (const [name, file] of files) {
    if (ids.has(name)) continue
    const { id } = await storePicture(context, { file, country: MASTER })
    ids.set(name, id)
  }
  return ids
}
