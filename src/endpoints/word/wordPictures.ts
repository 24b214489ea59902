import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import sharp from 'sharp'
import { picturesIn } from '@/domain/pictures'
import { pictureType } from '@/domain/pictureType'
import type { RichText } from '@/domain/richText/richText'
import type { WordPicture } from '@/export/word/wordSection'
import { loadMediaById } from '@/stored/mediaById'
import { asNumber, asText } from '@/stored/parse'
import { picturesDirectory } from '@/stored/picturesDirectory'

const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const

/** The pictures that the texts show, of those that the person may see. A file that is missing is left out. */
export async function loadWordPictures({
  req,
  texts,
}: {
  req: PayloadRequest
  texts: RichText[]
}): Promise<WordPicture[]> {
  const pictures: WordPicture[] = []
  for (const doc of await loadMediaById({ req, ids: picturesIn(texts) })) {
    const file = path.join(picturesDirectory(req.payload), path.basename(asText(doc.filename)))
    const bytes = await readFile(file).catch(() => null)
    const made = bytes && (await forWord(new Uint8Array(bytes)))
    const size = { width: asNumber(doc.width), height: asNumber(doc.height) }
    if (made && size.width > 0 && size.height > 0) pictures.push({ media: String(doc.id), ...made, ...size })
  }
  return pictures
}

/** Word shows no WebP. */
async function forWord(bytes: Uint8Array): Promise<Pick<WordPicture, 'bytes' | 'type'> | null> {
  const type = pictureType(bytes)
  if (type === null) return null
  if (type === 'image/webp') return { type: 'png', bytes: new Uint8Array(await sharp(bytes).png().toBuffer()) }
  return { type: TYPES[type], bytes }
}
