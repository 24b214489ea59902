import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { ImportedImage } from '@/domain/importing'

const ENDINGS: Record<string, string> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/webp': '.webp',
  'image/gif': '.gif',
}

/** The name of the file that a picture is stored in: its content, and what kind it is. */
export function pictureFileName({ bytes, mimeType }: Pick<ImportedImage, 'bytes' | 'mimeType'>): string {
  return `${createHash('sha256').update(bytes).digest('hex')}${ENDINGS[mimeType] ?? ''}`
}

/** The ids of those pictures of a document that are stored already, by the name that the document uses. */
export async function findPictures({
  req,
  images,
}: {
  req: PayloadRequest
  images: readonly ImportedImage[]
}): Promise<Map<string, string>> {
  if (images.length === 0) return new Map()
  const fileNames = new Map(images.map((image) => [image.name, pictureFileName(image)]))
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { filename: { in: [...new Set(fileNames.values())] } },
  })
  const ids = new Map(docs.map(({ filename, id }) => [filename, String(id)]))
  return new Map(
    [...fileNames].flatMap(([name, fileName]) => {
      const id = ids.get(fileName)
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}
