import type { PayloadRequest } from 'payload'
import type { ImportedImage } from '@/domain/importing'
import { MASTER } from '@/domain/release'
import { bytesHash } from './bytesHash'
import { asRecord, asText } from './parse'

/**
 * The ids of those pictures of a document that the common framework already has, by the name that the document uses.
 * They are recognised by the bytes that were sent, not by those that were stored, because a stored picture was redrawn.
 */
export async function findPictures({
  req,
  images,
}: {
  req: PayloadRequest
  images: readonly ImportedImage[]
}): Promise<Map<string, string>> {
  if (images.length === 0) return new Map()
  const hashes = new Map(images.map(({ name, bytes }) => [name, bytesHash(bytes)]))
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { and: [{ country: { equals: MASTER } }, { sentAs: { in: [...new Set(hashes.values())] } }] },
  })
  const ids = new Map(docs.map((doc) => [asText(asRecord(doc).sentAs), String(doc.id)]))
  return new Map(
    [...hashes].flatMap(([name, hash]) => {
      const id = ids.get(hash)
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}
