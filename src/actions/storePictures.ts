import type { ImportedImage } from '@/domain/importing'
import { MASTER } from '@/domain/release'
import type { ActionContext } from './action'
import { keepPicture } from './keepPicture'
import { Refused } from './refused'
import { storePicture } from './storePicture'

/**
 * Stores the pictures of a document in the common framework's media, each content once; gives the ids of all by the name
 * that the document uses. `known` are those that the framework holds already (`planOnGround`). A picture that another country holds too is one of its own here. Files are never removed, so a
 * transaction that ends leaves at most a file that nothing names.
 */
export async function storePictures(
  context: ActionContext,
  { images, known }: { images: ImportedImage[]; known: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const ids = new Map(known)
  for (const { name, bytes } of images) {
    if (ids.has(name)) continue
    const kept = await keepPicture(context.payload, { bytes, country: MASTER })
    if (!kept.ok) throw new Refused(kept.because.map((reason) => ({ ...reason, params: { ...reason.params, name } })))
    const { id } = await storePicture(context, { file: kept.result, country: MASTER })
    ids.set(name, id)
  }
  return ids
}
