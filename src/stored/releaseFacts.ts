import type { PayloadRequest } from 'payload'
import type { ByLanguage } from '@/domain/language'
import { picturesOf } from '@/domain/pictures'
import { type About, MASTER, type ReleasePicture } from '@/domain/release'
import type { SectionContent } from '@/domain/section'
import { loadMediaById } from './mediaById'
import { asByLanguage, asNumber, asRecord, asText } from './parse'
import { loadToolkitById, type Toolkit } from './toolkits'

/**
 * What a release of this country would say now about the toolkit and the country. Throws if the toolkit does not exist.
 */
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

/**
 * What a release of the common framework would say about this toolkit. An empty text counts as none: the pages are the
 * same.
 */
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

/** By id, what a release must store about the pictures that these contents show. */
export async function picturesNow({
  req,
  contents,
}: {
  req: PayloadRequest
  contents: readonly SectionContent[]
}): Promise<Record<string, ReleasePicture>> {
  const docs = await loadMediaById({ req, ids: picturesOf(contents) })
  return Object.fromEntries(docs.map((doc) => [String(doc.id), readPicture(doc)]))
}

/** What a release stores about a picture. */
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
