import { createHash } from 'node:crypto'
import type { ImportedImage } from '@/domain/importing'
import type { Language } from '@/domain/language'
import { MASTER } from '@/domain/release'
import type { ActionContext } from './action'

const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
}

/**
 * Stores the pictures of a document in the common framework's media, each content once; gives their ids by the name that
 * the document uses. Files are named by content and never removed, so a transaction that ends leaves at most a file
 * that nothing names.
 */
export async function storePictures(
  { payload, req }: ActionContext,
  { images, language }: { images: ImportedImage[]; language: Language },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { name, bytes, mimeType, alt } of images) {
    const filename = `${createHash('sha256').update(bytes).digest('hex')}${ENDINGS[mimeType] ?? ''}`
    const { docs } = await payload.find({
      collection: 'media',
      depth: 0,
      limit: 1,
      pagination: false,
      overrideAccess: false,
      req,
      where: { filename: { equals: filename } },
    })
    const known = docs[0]
    const shared = { collection: 'media', depth: 0, overrideAccess: false, req, locale: language } as const
    const doc = known
      ? known
      : await payload.create({
          ...shared,
          data: { alt: alt || name, country: MASTER },
          file: { data: Buffer.from(bytes), mimetype: mimeType, name: filename, size: bytes.byteLength },
        })
    ids.set(name, String(doc.id))
  }
  return ids
}
