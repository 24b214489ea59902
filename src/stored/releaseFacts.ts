import type { PayloadRequest } from 'payload'
import type { ByLanguage } from '@/domain/language'
import { picturesOf } from '@/domain/pictures'
import { type About, MASTER, type ReleasePicture } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { isDocumentId } from './isDocumentId'
import { asByLanguage, asNumber, asRecord, asText } from './parse'
import { loadToolkitById, type Toolkit } from './toolkits'

/** What a release of this country would say now of the toolkit and of the country. Throws where the toolkit is not there. */
export async function aboutNow({
  req,
  toolkit: id,
  country,
}: {
  req: PayloadRequest
  toolkit: string
  country: string
}): Promise<About> {
  const toolkit = await loadToolkitById({ req, id })
  if (!toolkit) throw new Error(`Toolkit ${id} is not there`)
  const common = commonAbout(toolkit)
  return country === MASTER ? common : { ...common, country: await nameOf({ req, country }) }
}

/** What a release of the common framework would say of this toolkit. An empty text is none: pages say the same. */
export function commonAbout({ id: _, title, description, ...said }: Toolkit): About {
  return { ...said, title: written(title), description: written(description), country: {} }
}

function written(texts: ByLanguage<string>): ByLanguage<string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

async function nameOf({ req, country }: { req: PayloadRequest; country: string }): Promise<About['country']> {
  const { docs } = await req.payload.find({
    collection: 'countries',
    depth: 0,
    locale: 'all',
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { equals: country } },
  })
  return asByLanguage(asRecord(docs[0]).name, asText)
}

/** By id, what a release has to know of the pictures that these contents show. */
export async function picturesNow({
  req,
  contents,
}: {
  req: PayloadRequest
  contents: readonly SectionContent[]
}): Promise<Record<string, ReleasePicture>> {
  const ids = picturesOf(contents).filter(isDocumentId)
  if (ids.length === 0) return {}
  const { docs } = await req.payload.find({
    collection: 'media',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  return Object.fromEntries(docs.map((doc) => [String(doc.id), readPicture(doc)]))
}

/** What a release keeps of a stored picture. */
function readPicture(doc: unknown): ReleasePicture {
  const { filename, mimeType, width, height, alt } = asRecord(doc)
  const size = { width: asNumber(width), height: asNumber(height) }
  return {
    filename: asText(filename),
    mimeType: asText(mimeType),
    ...(size.width > 0 && size.height > 0 ? { size } : {}),
    alt: asByLanguage(alt, asText),
  }
}
