import type { PayloadRequest } from 'payload'
import { picturesOf } from '@/domain/pictures'
import type { SectionContent } from '@/domain/section'
import { asRecord, asTextOrNull } from '@/stored/parse'

/** Where the person can see the pictures of texts that are not published yet: by the id of each, its address. */
export async function pictureAddresses({
  req,
  contents,
}: {
  req: PayloadRequest
  contents: SectionContent[]
}): Promise<ReadonlyMap<string, string>> {
  const ids = picturesOf(contents)
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    locale: 'en',
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  return new Map(
    docs.flatMap((doc): [string, string][] => {
      const filename = asTextOrNull(asRecord(doc).filename)
      return filename ? [[String(doc.id), `/api/media/file/${encodeURIComponent(filename)}`]] : []
    }),
  )
}
