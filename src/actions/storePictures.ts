import type { ImportedImage } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import { findPictures, pictureFileName } from '@/stored/storedPictures'
import type { ActionContext } from './action'

/**
 * Stores the pictures of a document in the common framework's media, each content once; gives their ids by the name that
 * the document uses. Files are named by content and never removed, so a transaction that ends leaves at most a file
 * that nothing names.
 */
export async function storePictures(
  { payload, req }: ActionContext,
  { images, language }: { images: ImportedImage[]; language: Language },
): Promise<Map<string, string>> {
  const ids = await findPictures({ req, images })
  const made = new Map<string, string>()
  for (const { name, bytes, mimeType, alt } of images) {
    if (ids.has(name)) continue
    const filename = pictureFileName({ bytes, mimeType })
    const known = made.get(filename)
    const doc = known
      ? { id: known }
      : await payload.create({
          collection: 'media',
          depth: 0,
          overrideAccess: false,
          req,
          locale: language,
          data: { alt: alt || name, country: MASTER },
          file: { data: Buffer.from(bytes), mimetype: mimeType, name: filename, size: bytes.byteLength },
        })
    ids.set(name, String(doc.id))
    made.set(filename, String(doc.id))
  }
  return ids
}
