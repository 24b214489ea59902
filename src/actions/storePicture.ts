import type { ActionContext } from './action'
import { type KeptFile, withKeptFile } from './keepPicture'

/** The document of a file that a country has stored, created if there is none yet. */
export async function storePicture(
  { payload, req }: ActionContext,
  { file, country }: { file: KeptFile; country: string },
): Promise<{ id: string; isNew: boolean }> {
  const { docs } = await payload.find({
    collection: 'media',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
    where: { and: [{ country: { equals: country } }, { filename: { equals: file.filename } }] },
  })
  if (docs[0]) return { id: String(docs[0].id), isNew: false }
  const doc = await payload.create({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    req,
    data: { country },
    context: withKeptFile(file),
  })
  return { id: String(doc.id), isNew: true }
}
